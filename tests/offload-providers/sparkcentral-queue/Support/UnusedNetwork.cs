namespace Spark.Offload.SparkcentralQueue.Tests.Support;

/// <summary>Fails the test that sends.</summary>
internal sealed class UnusedNetwork : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The provider has nothing to send.");
}
