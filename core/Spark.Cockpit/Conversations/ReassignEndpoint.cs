using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Conversations;

/// <summary>Moves a relayed conversation to another desk.</summary>
internal static class ReassignEndpoint
{
    private const string Code = "SPK14060";
    private const int LongestQueue = 200;

    public static async Task<IResult> PostAsync(HttpContext http, string address, string to, string? queue, CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return ConversationEndpoints.NoAddress(address);
        }

        if (queue?.Length > LongestQueue)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"A queue's name has at most {LongestQueue} characters.");
        }

        // A command without a running host has a database, but nobody who could call a desk.
        if (http.RequestServices.GetService(typeof(ConversationReassignment)) is not ConversationReassignment reassignment)
        {
            return AdminError.Answer(
                StatusCodes.Status409Conflict, "SPK12012", "Moving a conversation calls a desk: start a host, and name it with --host when it is not the one of --data.");
        }

        var moved = await reassignment.ReassignAsync(key, to, string.IsNullOrWhiteSpace(queue) ? null : queue.Trim(), cancellationToken);
        AuditNote.Of(http).Add("to", to).Add("queue", queue).Add("result", moved.Result).Add("reason", moved.Reason);
        return moved.Result switch
        {
            ReassignResult.Moved or ReassignResult.Asked => Results.Json(
                moved, AdminJson.Default.Reassignment, statusCode: moved.Result == ReassignResult.Moved ? StatusCodes.Status200OK : StatusCodes.Status202Accepted),
            ReassignResult.NotFound => ConversationEndpoints.NotFound(address),
            ReassignResult.NotRelayed => Refuse($"No desk for which Spark keeps the channel has conversation '{address}', so it cannot be moved. Give it back to the bot with 'spark conversation release'."),
            ReassignResult.NoDesk => Refuse($"The bot names no connection '{to}' to a desk that relays. It names: {string.Join(", ", moved.Desks)}."),
            ReassignResult.SameDesk => Refuse($"'{to}' has conversation '{address}' already. Name another queue, or another desk."),
            _ => Refuse($"The desk did not take conversation '{address}' ({moved.Reason ?? "it has come back meanwhile"}); '{moved.Connection}' still has it."),
        };
    }

    private static IResult Refuse(string why) => AdminError.Answer(StatusCodes.Status409Conflict, Code, why);
}
