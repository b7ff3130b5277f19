package it.lente.extract.reading;

import static it.lente.extract.reading.Archives.packed;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.TextUnit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureReadingTest {

  private static final long SEED = 20261123L;

  /** Where the head of a PNG file ends. */
  private static final int HEAD = 33;

  private static final BufferedImage SMALL =
      new BufferedImage(96, 192, BufferedImage.TYPE_BYTE_GRAY);

  @TempDir private Path folder;

  @Test
  void a_picture_is_a_page_that_waits_to_be_recognised() throws IOException {
    for (String format : List.of("png", "jpeg", "gif", "bmp", "tiff")) {
      AttachmentText text = whenReading("a." + format, Scans.file(SMALL, format));

      assertThat(text.summary().state()).as(format).isEqualTo(AttachmentState.NEEDS_OCR);
      assertThat(Said.of(text.summary())).isEqualTo("no text on any of 1 page; it is a picture");
      assertThat(text.summary().unit()).isEqualTo(TextUnit.PAGE);
      assertThat(text.summary().mediaType()).isEqualTo("image/" + format);
      assertThat(text.pages())
          .as(format)
          .extracting(PageText::shape)
          .containsExactly(new PageShape(72, 144, 0));
    }
  }

  @Test
  void a_page_is_as_large_as_the_resolution_of_its_picture_makes_it() throws IOException {
    for (String format : List.of("png", "jpeg", "tiff")) {
      PageShape shape = whenReading("a", at200And100Dots(format)).pages().getFirst().shape();
      assertThat(shape.width()).as(format).isBetween(34f, 35f);
      assertThat(shape.height()).as(format).isBetween(138f, 139f);
    }
  }

  @Test
  void a_file_of_several_pictures_has_as_many_pages() throws IOException {
    AttachmentText text = whenReading("a.tif", pages(3));

    assertThat(text.pages()).extracting(PageText::number).containsExactly(1, 2, 3);
    assertThat(Said.of(text.summary())).endsWith("they are pictures");
  }

  @Test
  void a_photograph_is_shown_as_the_camera_was_held() throws IOException {
    assertThat(shapeHeld(1)).isEqualTo(new PageShape(72, 144, 0));
    assertThat(shapeHeld(3)).isEqualTo(new PageShape(72, 144, 0));
    assertThat(shapeHeld(6)).isEqualTo(new PageShape(144, 72, 0));
    assertThat(shapeHeld(99)).isEqualTo(new PageShape(72, 144, 0));
  }

  @Test
  void a_picture_that_claims_to_be_enormous_is_refused() throws IOException {
    AttachmentText text = whenReading("a.png", claiming(20_000, 10_001));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.FAILED);
    assertThat(Said.of(text.summary())).isEqualTo("page 1: it has more than 200,000,000 pixels");
    assertThat(Said.of(whenReading("a.png", claiming(1, 2_000_000)).summary()))
        .isEqualTo("page 1: it is longer than 100,000 pixels");
  }

  @Test
  void pictures_in_archives_are_pages_too() throws IOException {
    AttachmentText text =
        whenReading(
            "a.zip",
            Archives.zip(
                packed("lettera.txt", "testo"), packed("foto.png", Scans.file(SMALL, "png"))));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).contains("foto.png (no text on any of 1 page");
    assertThat(text.pages()).hasSize(2);
  }

  @Test
  void damage_never_makes_the_reader_throw_nor_run_for_ever() throws IOException {
    Random random = new Random(SEED);
    for (String format : List.of("png", "jpeg", "gif", "bmp", "tiff")) {
      byte[] sound = format.equals("tiff") ? pages(3) : Scans.file(SMALL, format);
      for (int round = 0; round < 40; round++) {
        byte[] damaged = sound.clone();
        for (int change = 0; change < 3; change++) {
          damaged[8 + random.nextInt(Math.min(200, sound.length - 8))] = (byte) random.nextInt();
        }
        assertThat(whenReading("a." + format, damaged).summary().state())
            .as("seed %d, %s, round %d", SEED, format, round)
            .isNotNull();
      }
    }
  }

  private PageShape shapeHeld(int orientation) throws IOException {
    return whenReading("a.jpg", held(SMALL, orientation)).pages().getFirst().shape();
  }

  /** A JPEG file with a camera's note of how it was held. */
  static byte[] held(BufferedImage image, int orientation) {
    byte[] sound = Scans.file(image, "jpeg");
    // After the first segment, which has to be JFIF's.
    int place = 4 + ByteBuffer.wrap(sound, 4, 2).getShort();
    byte[] tags = {
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'I',
      'I',
      42,
      0,
      8,
      0,
      0,
      0,
      1,
      0,
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0,
      0
    };
    return ByteBuffer.allocate(sound.length + tags.length + 4)
        .put(sound, 0, place)
        .putShort((short) 0xFFE1)
        .putShort((short) (tags.length + 2))
        .put(tags)
        .put(sound, place, sound.length - place)
        .array();
  }

  /** A PNG file with nothing but a head. */
  private static byte[] claiming(int width, int height) {
    byte[] head = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
    return ByteBuffer.allocate(HEAD)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        .put(chunk(head, "IHDR"))
        .array();
  }

  private static byte[] at200And100Dots(String format) throws IOException {
    return switch (format) {
      // Units, density across and down.
      case "jpeg" ->
          ByteBuffer.wrap(Scans.file(SMALL, format))
              .put(13, (byte) 1)
              .putShort(14, (short) 200)
              .putShort(16, (short) 100)
              .array();
      case "png" -> {
        byte[] sound = Scans.file(SMALL, format);
        // Pixels a metre, after the head.
        byte[] said =
            chunk(ByteBuffer.allocate(9).putInt(7874).putInt(3937).put((byte) 1).array(), "pHYs");
        yield ByteBuffer.allocate(sound.length + said.length)
            .put(sound, 0, HEAD)
            .put(said)
            .put(sound, HEAD, sound.length - HEAD)
            .array();
      }
      default -> tiffAt200And100Dots();
    };
  }

  private static byte[] chunk(byte[] content, String name) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
    chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 check = new CRC32();
    check.update(chunk.array(), 4, content.length + 4);
    return chunk.putInt((int) check.getValue()).array();
  }

  private static byte[] tiffAt200And100Dots() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    IIOMetadata said =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(SMALL), writer.getDefaultWriteParam());
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
    IIOMetadataNode dimension = child(root, "Dimension");
    child(dimension, "HorizontalPixelSize").setAttribute("value", Double.toString(25.4 / 200));
    child(dimension, "VerticalPixelSize").setAttribute("value", Double.toString(25.4 / 100));
    said.mergeTree("javax_imageio_1.0", root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(SMALL, null, said));
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    IIOMetadataNode child = new IIOMetadataNode(name);
    parent.appendChild(child);
    return child;
  }

  private static byte[] pages(int count) throws IOException {
    BufferedImage[] images = new BufferedImage[count];
    Arrays.fill(images, SMALL);
    return pages(images);
  }

  /** A TIFF file. */
  static byte[] pages(BufferedImage... images) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : images) {
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private AttachmentText whenReading(String name, byte[] bytes) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve(name), bytes));
  }
}
