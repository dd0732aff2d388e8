using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Conversations;

/// <summary>An operator has a conversation: takes it over, writes in it, gives it back or ends it.</summary>
internal static class OperatorEndpoints
{
    private const string Code = "SPK14061";
    private const int LongestText = 4_000;
    private const int LongestKey = 100;

    public static void MapOperators(this RouteGroupBuilder admin)
    {
        admin.MapPost("/conversation/take", TakeAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.taken");
        admin.MapPost("/conversation/say", SayAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.said");
        admin.MapPost("/conversation/give-back", GiveBackAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.given-back");
        admin.MapPost("/conversation/end", EndAsync).Needs(Right.ActOnConversations).Within(Reach.Conversation).Audited("conversation.ended");
    }

    private static Task<IResult> TakeAsync(HttpContext http, string address, CancellationToken cancellationToken) =>
        ActAsync(http, address, static (desk, key, who, token) => desk.TakeAsync(key, who, token), cancellationToken);

    private static Task<IResult> GiveBackAsync(HttpContext http, string address, CancellationToken cancellationToken) =>
        ActAsync(http, address, static (desk, key, who, token) => desk.GiveBackAsync(key, who, token), cancellationToken);

    private static Task<IResult> EndAsync(HttpContext http, string address, CancellationToken cancellationToken) =>
        ActAsync(http, address, static (desk, key, who, token) => desk.EndAsync(key, who, token), cancellationToken);

    private static async Task<IResult> SayAsync(HttpContext http, string address, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.SayRequest, cancellationToken) is not { Key: { Length: > 0 and <= LongestKey } once, Text: { } text })
        {
            return RequestBody.Refusal();
        }

        if (text.Trim() is not { Length: > 0 and <= LongestText } said)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"A message has between 1 and {LongestText} characters.");
        }

        return await ActAsync(http, address, (desk, key, who, token) => desk.SayAsync(key, who, said, once, token), cancellationToken);
    }

    private static async Task<IResult> ActAsync(
        HttpContext http, string address, Func<OperatorDesk, ConversationKey, OperatorFace, CancellationToken, Task<OperatorAnswer>> act, CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return ConversationEndpoints.NoAddress(address);
        }

        // A command without a running host has a database, but nobody who could be spoken to.
        if (http.RequestServices.GetService(typeof(OperatorDesk)) is not OperatorDesk desk)
        {
            return AdminError.Answer(
                StatusCodes.Status409Conflict, "SPK12012", "Writing to somebody needs their channel: start a host, and name it with --host when it is not the one of --data.");
        }

        var who = Operator.Of(http)!;
        AuditNote.Of(http).About(key.ToString());
        var answer = await act(desk, key, new(who.Name, who.Display), cancellationToken);
        return answer.Result switch
        {
            OperatorResult.Done => Results.NoContent(),
            OperatorResult.NotFound => ConversationEndpoints.NotFound(address),
            OperatorResult.Others => Refuse($"{answer.Holder} has this conversation. It can be given back to the bot first, and then be taken over."),
            OperatorResult.Away => Refuse("A provider has this conversation on its own channel, or it is on its way there. Give it back to the bot first."),
            OperatorResult.Closed => Refuse("This conversation is closed: nobody can be spoken to in it until its channel opens it again."),
            OperatorResult.OnlyAnswers => Refuse("The channel of this conversation carries answers to messages only: what an operator writes would reach nobody."),
            OperatorResult.NoChannel => Refuse("The channel instance of this conversation does not run on this host."),
            _ => Refuse("You do not have this conversation any more: it was given back, or somebody else took it."),
        };
    }

    private static IResult Refuse(string why) => AdminError.Answer(StatusCodes.Status409Conflict, Code, why);
}
