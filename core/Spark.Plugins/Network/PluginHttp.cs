using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Spark.Runtime.Telemetry;

namespace Spark.Plugins.Network;

/// <summary>Makes the one way out to the network that an instance gets.</summary>
internal sealed class PluginHttp(PluginOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    // Long enough to reuse connections, short enough that a name that moved is resolved and checked again.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    public PluginHttp(PluginOptions options, TimeProvider time)
        : this(options, time, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>A client of an instance's own: connections that one may open are never lent to another.</summary>
    public HttpClient CreateClient(string owner, bool allowPrivate, TlsOptions? tls = null)
    {
        var connections = new SocketsHttpHandler
        {
            // Spans of requests are begun below a span of ours, or not at all.
            ActivityHeadersPropagator = SparkTelemetry.Source.HasListeners() ? DistributedContextPropagator.Current : null,
            // A redirect is the plugin's to follow: only it knows which of its credentials the next address may see.
            AllowAutoRedirect = false,
            ConnectCallback = new CheckedConnector(owner, allowPrivate, resolve).ConnectAsync,
            ConnectTimeout = options.ConnectWithin,
            PooledConnectionLifetime = ConnectionLife,
            // Names of people stand in headers of some APIs, and not all are ASCII.
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            UseCookies = false,
            // A proxy would connect in our place, to an address that nobody checked.
            UseProxy = false,
        };
        if (tls is not null)
        {
            connections.SslOptions = Tls(tls);
        }

        return new HttpClient(new OutgoingHandler(connections, owner, options.MaxResponseBytes, time))
        {
            Timeout = options.RequestWithin,
            MaxResponseContentBufferSize = Math.Min(options.MaxResponseBytes, int.MaxValue),
        };
    }

    private static SslClientAuthenticationOptions Tls(TlsOptions tls)
    {
        var ssl = new SslClientAuthenticationOptions();
        if (tls.Certificate is { } certificate)
        {
            ssl.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        }

        if (tls.Authorities.Count > 0)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            foreach (var authority in tls.Authorities)
            {
                policy.CustomTrustStore.Add(authority);
            }

            ssl.CertificateChainPolicy = policy;
        }

        return ssl;
    }
}
