using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Connector;
using Spark.Simulators.Teams.Deliveries;
using Spark.Simulators.Teams.Faults;
using Spark.Simulators.Teams.Hosting;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Control;

/// <summary>What tests and the page do with the simulator; Teams has nothing of the kind.</summary>
internal static class ControlRoutes
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public static void MapControl(this WebApplication app)
    {
        var group = app.MapGroup("/__sim");
        group.MapGet("/state", State);
        group.MapGet("/changes", ChangesAsync);
        group.MapGet("/conversations", Conversation);
        group.MapGet("/calls", (CallLog log) => Answers.Json(log.ToJson()));
        group.MapGet("/deliveries", (BotCaller caller) => Answers.Json(caller.ToJson()));
        group.MapPost("/messages", PersonActions.WriteAsync);
        group.MapPost("/presses", PersonActions.PressAsync);
        group.MapPost("/installations", PersonActions.InstallAsync);
        group.MapPost("/invokes", PersonActions.InvokeAsync);
        group.MapPost("/activities", PersonActions.RawAsync);
        group.MapPost("/faults", FaultAsync);
        group.MapDelete("/faults", (FaultDesk faults) =>
        {
            faults.Clear();
            return Answers.Json(new JsonObject());
        });
        group.MapPost("/hold", (Departures departures) =>
        {
            departures.Hold();
            return Answers.Json(new JsonObject());
        });
        group.MapPost("/release", async (HttpRequest request, Departures departures) =>
            Answers.Json(new JsonObject { ["sent"] = departures.Release((await Answers.BodyAsync(request))["reversed"]?.GetValue<bool>() == true) }));
        group.MapPost("/limits", async (HttpRequest request, ThreadMeter meter) =>
        {
            meter.IsOn = (await Answers.BodyAsync(request))["on"]?.GetValue<bool>() ?? meter.IsOn;
            return Answers.Json(new JsonObject { ["on"] = meter.IsOn });
        });
    }

    private static IResult State(Tenant tenant, SimulatorOptions options, FaultDesk faults, ActivityMaker maker) => Answers.Json(new JsonObject
    {
        ["version"] = tenant.Version,
        ["bot"] = new JsonObject { ["name"] = options.BotName, ["address"] = options.Bot?.ToString(), ["appId"] = options.AppId },
        ["tenant"] = tenant.Id,
        ["serviceUrl"] = maker.ServiceUrl,
        ["faults"] = faults.Waiting,
        ["people"] = new JsonArray([.. Tenant.Everybody.Select(person => (JsonNode)Views.Of(person))]),
        ["conversations"] = tenant.Read(all => new JsonArray([.. all.Select(conversation => (JsonNode)Views.Of(conversation))])),
    });

    private static async Task<IResult> ChangesAsync(long since, HttpContext http, Tenant tenant) =>
        Answers.Json(new JsonObject { ["version"] = await tenant.ChangedSinceAsync(since, TimeSpan.FromSeconds(20), http.RequestAborted) });

    /// <summary>A conversation, when the bot has said so much in it.</summary>
    private static async Task<IResult> Conversation(string id, int? replies, int? updates, HttpContext http, Tenant tenant)
    {
        var conversation = tenant.Conversation(id) ?? (Tenant.Find(id) is { } person ? tenant.PersonalOf(person) : null);
        if (conversation is null)
        {
            return Answers.Error(404, "NotFound", "There is no such conversation.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(LongestWait);
        for (var version = -1L; ; version = await tenant.ChangedSinceAsync(version, LongestWait, limit.Token))
        {
            var view = tenant.Read(_ => conversation.Messages.Count(message => message.From is null) >= (replies ?? 0)
                && conversation.Messages.Sum(message => message.Updates) >= (updates ?? 0)
                    ? Views.Of(conversation)
                    : null);
            if (view is not null)
            {
                return Answers.Json(view);
            }

            if (limit.IsCancellationRequested)
            {
                return Answers.Error(408, "TooLate", "The bot has not said so much.");
            }
        }
    }

    private static async Task<IResult> FaultAsync(HttpRequest request, FaultDesk faults)
    {
        var body = await Answers.BodyAsync(request);
        if (!Enum.TryParse<FaultTarget>(body["target"]?.GetValue<string>() ?? "send", ignoreCase: true, out var target))
        {
            return Answers.Error(400, "BadSyntax", "target must be token, send, create or roster.");
        }

        faults.Add(
            new(
                target,
                body["status"]?.GetValue<int>(),
                body["retryAfter"]?.GetValue<int>(),
                TimeSpan.FromMilliseconds(body["delayMs"]?.GetValue<int>() ?? 0),
                body["actsFirst"]?.GetValue<bool>() == true),
            body["times"]?.GetValue<int>() ?? 1);
        return Answers.Json(new JsonObject { ["waiting"] = faults.Waiting });
    }
}
