using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Tokens;

namespace Spark.Simulators.Teams.Deliveries;

/// <summary>Brings an activity to the bot once, with a token.</summary>
internal sealed class BotCaller(SimulatorOptions options, TokenMint mint, ActivityMaker maker, TimeProvider time) : IDisposable
{
    private const int MostKept = 2_000;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Lock gate = new();
    private readonly Queue<Delivery> past = new();

    public JsonArray ToJson()
    {
        lock (gate)
        {
            return new JsonArray([.. past.Select(delivery => (JsonNode)delivery.ToJson())]);
        }
    }

    /// <summary>Calls.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="flaw">What is wrong with the token; <c>{"none":true}</c> for no token, null for a good one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Delivery> CallAsync(JsonObject activity, JsonObject? flaw, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var (status, body) = await PostAsync(activity, flaw, cancellationToken);
        var delivery = new Delivery(activity, status, body, time.GetElapsedTime(began));
        lock (gate)
        {
            past.Enqueue(delivery);
            if (past.Count > MostKept)
            {
                past.Dequeue();
            }
        }

        return delivery;
    }

    public void Dispose() => http.Dispose();

    private async Task<(int? Status, string Body)> PostAsync(JsonObject activity, JsonObject? flaw, CancellationToken cancellationToken)
    {
        if (options.Bot is null)
        {
            return (null, "No bot was given: --bot.");
        }

        using var limit = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Bot)
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.UserAgent.ParseAdd("Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)");
        if (flaw?["none"]?.GetValue<bool>() != true)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mint.OfChannel(activity["serviceUrl"]?.GetValue<string>() ?? maker.ServiceUrl, flaw));
        }

        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (HttpRequestException exception)
        {
            return (null, exception.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return (null, "The bot did not answer in time.");
        }
    }
}
