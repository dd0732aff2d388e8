using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>What a test, or the page, does as a human agent.</summary>
internal static class DeskControl
{
    private const string DefaultAgent = "Robin";

    public static void MapDeskControl(this RouteGroupBuilder control)
    {
        var human = control.MapGroup("/conversations/{id}/human");
        Map(human, "take", (actions, id, agent, _) => actions.Take(id, agent));
        Map(human, "pend", (actions, id, agent, _) => actions.Pend(id, agent));
        Map(human, "resolve", (actions, id, agent, _) => actions.Resolve(id, agent));
        Map(human, "delegate", (actions, id, agent, _) => actions.Delegate(id, agent));
        Map(human, "reply", (actions, id, agent, text) =>
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(text);
            actions.Reply(id, agent, text);
        });
    }

    private static void Map(RouteGroupBuilder human, string action, Action<HumanActions, string, string, string?> act) =>
        human.MapPost(action, (string id, HumanAction? wanted, HumanActions actions, Tenant tenant) =>
        {
            act(actions, id, wanted?.Agent ?? DefaultAgent, wanted?.Text);
            return tenant.Read(state => Views.InFull(state.Get(id)));
        });
}
