// The session cookie of the signed-in browser goes along with every call that is tried.
SwaggerUIBundle({url: 'openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', filter: true, validatorUrl: null});
