namespace Spark.Runtime.ApiCalls;

/// <summary>Makes ways out to the network that check every address they connect to.</summary>
public interface IOutgoingHttp
{
    /// <summary>Makes a client; its maker disposes it. It follows no redirects, keeps no cookies and takes no proxy.</summary>
    /// <param name="owner">For whom, in messages.</param>
    /// <param name="allowPrivate">True when private addresses are allowed.</param>
    /// <param name="tls">TLS of its own; null for the machine's.</param>
    HttpClient Create(string owner, bool allowPrivate, TlsOptions? tls);
}
