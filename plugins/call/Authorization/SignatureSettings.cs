using Spark.Settings;

namespace Spark.Actions.Call.Authorization;

/// <summary>An HMAC over each request.</summary>
internal sealed record SignatureSettings
{
    [Setting("Secret")]
    [Secret]
    public required string Secret { get; init; }

    [Setting("Header")]
    public string Header { get; set; } = "X-Signature";

    [Setting("Time stamp header", Help = "Bears the seconds since 1970, which are signed too; empty for none.")]
    public string TimestampHeader { get; set; } = "X-Timestamp";

    [Setting("Algorithm", Help = "sha256 or sha512.")]
    public string Algorithm { get; set; } = "sha256";

    [Setting("Encoding", Help = "hex or base64.")]
    public string Encoding { get; set; } = "hex";

    [Setting("Prefix", Help = "Stands before the signature, such as sha256=.")]
    public string Prefix { get; set; } = "";

    [Setting("Signs", Help = "request: method, path with query, time stamp and body, joined by line feeds; body: the body alone.")]
    public string Signs { get; set; } = "request";
}
