using System.Diagnostics;
using System.Net.Http.Headers;
using Spark.Simulators.Sparkcentral.Clock;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>Sends bytes to the virtual agent and waits ten seconds of the simulator's clock for the answer.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SimulatorClock clock;

    // Loopback only: no proxy of the machine, no redirects elsewhere.
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public WebhookSender(SimulatorClock clock) => this.clock = clock;

    public async Task<WebhookAnswer> PostAsync(
        Uri? url, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            return new WebhookAnswer(null, null, "no webhook is configured", 0);
        }

        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = RequestTo(url, body, headers);
            using var response = await client.SendAsync(request, either.Token);
            var answer = await response.Content.ReadAsStringAsync(either.Token);
            return new WebhookAnswer((int)response.StatusCode, answer, null, watch.ElapsedMilliseconds);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(null, null, "no answer within 10 s", watch.ElapsedMilliseconds);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new WebhookAnswer(null, null, exception.Message, watch.ElapsedMilliseconds);
        }
    }

    public void Dispose() => client.Dispose();

    private static HttpRequestMessage RequestTo(Uri url, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
