using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Spark.Simulators.Desk.Control;
using Spark.Simulators.Desk.Conversations;
using Spark.Simulators.Desk.Hosting;

namespace Spark.Simulators.Desk.Webhooks;

/// <summary>
/// Posts events, the next of a conversation when the one before was taken with a status of 2xx; until then it tries again, a little later
/// each time, and after a while gives up.
/// </summary>
internal sealed partial class WebhookPump(
    WebhookSender sender, DeskBook book, Faults faults, DeskOptions options, TimeProvider time, ILogger<WebhookPump> logger) : BackgroundService
{
    private const string SignatureHeader = "X-Desk-Signature";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Channel<WebhookEvent>> lanes = new(StringComparer.Ordinal);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        await foreach (var happened in sender.Events.ReadAllAsync(stoppingToken))
        {
            if (!lanes.TryGetValue(happened.Conversation, out var lane))
            {
                lanes[happened.Conversation] = lane = Channel.CreateUnbounded<WebhookEvent>();
                running.Add(RunAsync(lane.Reader, stoppingToken));
            }

            await lane.Writer.WriteAsync(happened, stoppingToken);
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(ChannelReader<WebhookEvent> lane, CancellationToken stoppingToken)
    {
        await foreach (var happened in lane.ReadAllAsync(stoppingToken))
        {
            var began = time.GetTimestamp();
            for (var wait = FirstWait; !await TryAsync(happened, stoppingToken); wait = wait * 2 > LongestWait ? LongestWait : wait * 2)
            {
                if (time.GetElapsedTime(began) > GiveUpAfter)
                {
                    LogGivenUp(happened.Conversation);
                    break;
                }

                await Task.Delay(wait, time, stoppingToken);
            }

            book.Change(happened.Conversation, one =>
            {
                one.Taken++;
                return one;
            });
        }
    }

    private async Task<bool> TryAsync(WebhookEvent happened, CancellationToken stoppingToken)
    {
        if (faults.IsDead)
        {
            return false;
        }

        var body = Encoding.UTF8.GetBytes(happened.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, happened.Callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(SignatureHeader, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret), body)));
        try
        {
            using var response = await http.SendAsync(request, stoppingToken);
            var isTaken = response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;

            // A delivery whose answer gets lost comes once more.
            return isTaken && !faults.TakeRepeat();
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of conversation {Conversation} was never taken")]
    private partial void LogGivenUp(string conversation);
}
