using Spark.Actions.Call.Authorization;
using Spark.Settings;

namespace Spark.Actions.Call;

/// <summary>The settings of one connection.</summary>
internal sealed record CallSettings
{
    [Setting("Base address", Help = "Paths of steps are joined to it; no call leaves its host.")]
    public required Uri BaseUrl { get; init; }

    [Setting("Authorization")]
    public AuthorizationSettings? Authorization { get; set; }

    [Setting("Signature", Help = "An HMAC over each request.")]
    public SignatureSettings? Signature { get; set; }

    [Setting("Client certificate", Help = "PEM: the certificate and its private key, for mutual TLS.")]
    [Secret]
    public string? Certificate { get; set; }

    [Setting("Trusted authorities", Help = "PEM: trusted in place of the machine's own.")]
    public string? Authorities { get; set; }

    [Setting("Headers", Help = "Sent with every call.")]
    public Dictionary<string, string>? Headers { get; set; }

    [Setting("Idempotency header", Help = "Bears the key that all tries of a step have in common; empty for none.")]
    public string IdempotencyHeader { get; set; } = "Idempotency-Key";

    [Setting("Largest answer in bytes")]
    public int MaxResponseBytes { get; set; } = 1024 * 1024;
}
