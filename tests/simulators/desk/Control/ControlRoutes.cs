using Spark.Simulators.Desk.Api;
using Spark.Simulators.Desk.Conversations;

namespace Spark.Simulators.Desk.Control;

/// <summary>What agents, tests and the page do: no part of a real desk's API.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this WebApplication app)
    {
        app.MapGet("/__sim/conversations", (DeskBook book) => Results.Json(
            book.Read(all => all.Select(one => ConversationView.Of(one, book.PositionOf(one), withMessages: true)).ToList()), DeskJson.Default.ListConversationView));
        app.MapPost("/__sim/conversations/{id}/{act}", (string id, string act, AgentAct body, DeskBook book) =>
            book.Act(id, act, body.Agent ?? "Robin", body.Text) is { } conversation
                ? Results.Json(ConversationView.Of(conversation, book.PositionOf(conversation), withMessages: false), DeskJson.Default.ConversationView)
                : Results.NotFound());
        app.MapPost("/__sim/faults", (FaultOrder order, Faults faults, DeskBook book) =>
        {
            faults.IsDead = order.Dead ?? faults.IsDead;
            book.IsOpen = order.Open ?? book.IsOpen;
            if (order.Cut is { } cuts)
            {
                faults.Cut(cuts);
            }

            if (order.Repeat is { } repeats)
            {
                faults.Repeat(repeats);
            }

            if (order.Refuse is { } refusals)
            {
                faults.Refuse(refusals);
            }

            return Results.NoContent();
        });
    }
}
