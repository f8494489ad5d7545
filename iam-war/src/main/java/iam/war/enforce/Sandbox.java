package iam.war.enforce;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Feature;
import com.googlecode.aviator.Options;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Set;
import org.casbin.jcasbin.util.function.CustomFunction;

/** The language of matchers without what reaches beyond the values of a request: a model is text of an organization's administrator, not of the operator. */
final class Sandbox {
    private static final long MOST_MILLISECONDS = 1000;

    private Sandbox() {
    }

    static AviatorEvaluatorInstance create() {
        AviatorEvaluatorInstance language = AviatorEvaluator.newInstance();
        language.setOption(Options.FEATURE_SET, Feature.asSet());
        language.setOption(Options.ALLOWED_CLASS_SET, Set.of());
        language.setOption(Options.ASSIGNABLE_ALLOWED_CLASS_SET, Set.of());
        language.setOption(Options.ENABLE_PROPERTY_SYNTAX_SUGAR, false);
        language.setOption(Options.EVAL_TIMEOUT_MS, MOST_MILLISECONDS);
        return language;
    }

    /** Matches in linear time, unlike the library's own function of this name. */
    static final class RegexMatch extends CustomFunction {
        private static final long serialVersionUID = 1;

        @Override
        public String getName() {
            return "regexMatch";
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject text, AviatorObject pattern) {
            try {
                return AviatorBoolean.valueOf(Pattern.compile(FunctionUtils.getStringValue(pattern, env)).matcher(FunctionUtils.getStringValue(text, env)).find());
            } catch (PatternSyntaxException e) {
                return AviatorBoolean.FALSE;
            }
        }
    }
}
