using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>Conversations that designers try: played in memory, each from its beginning, with nothing kept in between.</summary>
internal static class TalkEndpoints
{
    private const int MostLines = 200;
    private const int LongestText = 10_000;
    private const int LongestName = 255;
    private const int LongestOutput = 100_000;
    private const string Trial = "It tries in memory, and changes nothing.";

    public static void MapTalks(this RouteGroupBuilder admin)
    {
        admin.MapGet("/studio/channels", Channels).Needs(Right.SeeBots).Within(Reach.Everything);
        admin.MapPost("/studio/talk", TalkAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
        admin.MapPost("/studio/talk/test", TestAsync).Needs(Right.EditBots).Within(Reach.Sifted).NotAudited(Trial);
    }

    private static IResult Channels(IBotTalk talk) => Results.Json(new ChannelChoice(talk.Channels), AdminJson.Default.ChannelChoice);

    private static Task<IResult> TalkAsync(HttpContext http, IBotTalk talk, TalkGate gate, CancellationToken cancellationToken) =>
        AnswerAsync(
            http,
            gate,
            async request => Results.Json(await talk.PlayAsync(new(request.Name, request.Files), request.Script, cancellationToken), AdminJson.Default.StudioTalk),
            cancellationToken);

    private static Task<IResult> TestAsync(HttpContext http, IBotTalk talk, TalkGate gate, CancellationToken cancellationToken) =>
        AnswerAsync(
            http,
            gate,
            async request => request.Order is { File: not null, Title: not null } order
                ? Results.Json(await talk.WriteTestAsync(new(request.Name, request.Files), request.Script, order, cancellationToken), AdminJson.Default.StudioTestDraft)
                : RequestBody.Refusal(),
            cancellationToken);

    private static async Task<IResult> AnswerAsync(HttpContext http, TalkGate gate, Func<TalkRequest, Task<IResult>> work, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.TalkRequest, cancellationToken)
            is not { Name: not null, Files: not null, Script.Lines: { } lines } request || lines.Any(line => line is null))
        {
            return RequestBody.Refusal();
        }

        if (!Operator.Of(http)!.Reaches(request.Name))
        {
            return BotGate.Refusal();
        }

        if (Problem(lines) is { } problem)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", problem);
        }

        IResult? answer = null;
        try
        {
            if (await gate.TryAsync(async () => answer = await work(request), cancellationToken))
            {
                return answer!;
            }
        }
        catch (OperatorException refused)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, refused.Code, refused.Message);
        }

        http.Response.Headers.RetryAfter = "5";
        return AdminError.Answer(
            StatusCodes.Status429TooManyRequests, "SPK14081", $"{gate.Most} conversations are being tried on this host at once, and there is room for no more. Try again in a moment.");
    }

    private static string? Problem(IReadOnlyList<StudioInput> lines) =>
        lines.Count > MostLines ? $"A conversation that is tried has {MostLines} lines at the most. Save it as a test, or begin anew."
        : lines.Any(line => line.Text?.Length > LongestText || line.Agent?.Length > LongestText) ? $"What somebody says has {LongestText} characters at the most."
        : lines.Any(line => line.File?.Length > LongestName) ? $"The name of a file has {LongestName} characters at the most."
        : lines.Any(line => line.Ticket?.Length > LongestName || line.State?.Length > LongestName) ? $"The number of a ticket and its state have {LongestName} characters at the most."
        : lines.Any(line => line.Output?.Length > LongestOutput) ? $"An output has {LongestOutput} characters at the most."
        : null;
}
