using Microsoft.Extensions.Options;
using Spark.Runtime.ApiCalls;

namespace Spark.Plugins.Network;

/// <summary>Lends the runtime the same way out to the network that plugins have.</summary>
internal sealed class OutgoingHttp(IOptions<PluginOptions> options, TimeProvider time) : IOutgoingHttp
{
    private readonly PluginHttp network = new(options.Value, time);

    public HttpClient Create(string owner, bool allowPrivate, TlsOptions? tls) => network.CreateClient(owner, allowPrivate, tls);
}
