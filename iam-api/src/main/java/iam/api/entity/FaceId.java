package iam.api.entity;

import java.util.List;

/** A nested face id of the wire format. */
public class FaceId {
    /** An empty one. */
    public FaceId() {
    }

    /** Name. */
    public String name = "";
    /** Face ID data; may be null. */
    public List<Double> faceIdData;
    /** Image URL. */
    public String imageUrl = "";
}
