package it.lente.extract.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Makes files that look signed, with no signature in them: nobody checks. */
final class Signed {

  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

  private Signed() {}

  /** With the lengths of all parts written before them. */
  static byte[] der(byte[] content) {
    return bytes(
        signed(new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content))),
        ASN1Encoding.DER);
  }

  /** In pieces, as what is written without knowing its length. */
  static byte[] ber(byte[] content) {
    return bytes(
        signed(new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(content))),
        ASN1Encoding.BER);
  }

  static byte[] base64(byte[] signed) {
    return Base64.getMimeEncoder().encode(signed);
  }

  static byte[] pem(byte[] signed) {
    return ("-----BEGIN PKCS7-----\n"
            + Base64.getMimeEncoder().encodeToString(signed)
            + "\n-----END PKCS7-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A signature that stands apart from what it signs. */
  static byte[] detached() {
    return bytes(signed(new ContentInfo(CMSObjectIdentifiers.data, null)), ASN1Encoding.DER);
  }

  static byte[] encrypted() {
    EncryptedContentInfo content =
        new EncryptedContentInfo(
            CMSObjectIdentifiers.data, SHA256, new DEROctetString(new byte[] {1, 2, 3}));
    return bytes(
        new ContentInfo(
            CMSObjectIdentifiers.envelopedData,
            new EnvelopedData(null, new DERSet(), content, (DERSet) null)),
        ASN1Encoding.DER);
  }

  private static ContentInfo signed(ContentInfo content) {
    return new ContentInfo(
        CMSObjectIdentifiers.signedData,
        new SignedData(new DERSet(SHA256), content, null, null, new DERSet()));
  }

  private static byte[] bytes(ContentInfo info, String encoding) {
    try {
      return info.getEncoded(encoding);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
