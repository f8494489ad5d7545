package iam.providers.captcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.captcha.CaptchaContext;
import iam.spi.captcha.CaptchaContract;
import iam.spi.captcha.CaptchaProvider;
import iam.spi.config.Config;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageCaptchaTest extends CaptchaContract {
    @Override
    protected CaptchaProvider open(CaptchaContext context) {
        return new ImageCaptchaFactory().create(new Config(Map.of()), context);
    }

    @Test
    void isAPictureThatOthersCanRead() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(new DigitPicture(new Random(1)).draw("0123456789")));
        assertEquals(180, image.getWidth());
        assertEquals(64, image.getHeight());
        assertTrue(ink(image) > 500);
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += image.getRaster().getSample(x, y, 0) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
