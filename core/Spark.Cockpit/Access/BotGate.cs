using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Conversations;
using Spark.Runtime.Episodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Access;

/// <summary>Keeps who sees to some bots only from all that is of others.</summary>
internal static class BotGate
{
    /// <summary>Why a request is refused; null when it is not.</summary>
    public static async ValueTask<IResult?> RefusalAsync(HttpContext http, Operator who)
    {
        if (who.Bots is null)
        {
            return null;
        }

        return http.GetEndpoint()?.Metadata.GetMetadata<ReachMetadata>()?.Reach switch
        {
            Reach.Everything or Reach.Sifted => null,
            Reach.Bot => who.Reaches(http.GetRouteValue("bot") as string) ? null : Refusal(),
            Reach.Conversation => await RefusalAsync(http, who, Named(http.Request.Query)),
            Reach.Effect => await RefusalAsync(
                http, who, EffectAddress.TryParse(http.GetRouteValue("address") as string, out var effect) ? effect.Conversation : null),
            _ => Refusal(),
        };
    }

    public static IResult Refusal() => AdminError.Answer(
        StatusCodes.Status403Forbidden, "SPK14053", "Your account sees to other bots only. An administrator can add this one.");

    /// <summary>True when every bot that a conversation was with is one that an operator sees to.</summary>
    public static async ValueTask<bool> ReachesAsync(Operator who, IEpisodeIndex episodes, ConversationKey conversation, CancellationToken cancellationToken) =>
        who.Bots is null || who.ReachesAll(await episodes.BotsOfAsync(conversation, cancellationToken));

    // What is not there and what is not theirs look alike; what names nothing, the route itself refuses.
    private static async ValueTask<IResult?> RefusalAsync(HttpContext http, Operator who, ConversationKey? conversation) =>
        conversation is not { } key || await ReachesAsync(who, http.RequestServices.GetRequiredService<IEpisodeIndex>(), key, http.RequestAborted)
            ? null
            : ConversationEndpoints.NotFound(key.ToString());

    private static ConversationKey? Named(IQueryCollection query) =>
        EffectAddress.TryParse(query["effect"], out var effect) && query["address"].Count == 0 ? effect.Conversation
        : ConversationAddress.Parse(query["address"].ToString());
}
