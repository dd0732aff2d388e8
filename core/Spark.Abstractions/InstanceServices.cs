using Microsoft.Extensions.Logging;
using Spark.ApiCalls;
using Spark.Escalation;

namespace Spark;

/// <summary>What the host lends to one instance of a channel, an offload provider or an action.</summary>
public record InstanceServices
{
    /// <summary>The stable id under which the operator configured this instance (a channel's or connection's name).</summary>
    public required string InstanceId { get; init; }

    /// <summary>
    /// The only way out to the network. The host checks every address that it connects to: no private or loopback ranges
    /// unless the operator allowed them for this instance, no credentials across redirects.
    /// Do not dispose it; it lives as long as the instance.
    /// </summary>
    public required HttpClient Http { get; init; }

    /// <summary>
    /// Makes a way out like <see cref="Http"/> with TLS of its own: a certificate to show, authorities to trust. Its maker disposes it.
    /// Since contract 1.1.
    /// </summary>
    public Func<TlsOptions, HttpClient> HttpWith { get; init; } = _ => throw new NotSupportedException("This host makes no connections with TLS of their own.");

    /// <summary>The clock. Plugins never read the machine's own.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes loggers. Message text and personal data stay at Debug or below; secrets are never logged.</summary>
    public required ILoggerFactory Logs { get; init; }

    /// <summary>The address under which the outside reaches this host, without a trailing slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The API Calls that administrators have configured. Null on a host without them. Since contract 1.2.</summary>
    public IApiCalls? ApiCalls { get; init; }

    /// <summary>What administrators have set for escalations. Null on a host without them. Since contract 1.2.</summary>
    public IEscalation? Escalation { get; init; }
}
