using System.Text.Json;
using Spark.Simulators.Desk.Conversations;

namespace Spark.Simulators.Desk.Api;

/// <summary>A conversation, as callers and the page see it.</summary>
internal sealed record ConversationView(
    string Id,
    string State,
    int? Position,
    int? WaitSeconds,
    string? Agent,
    string Name,
    string Language,
    string? Queue,
    bool ContactLeft,
    int Taken,
    int Asked,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string>? Attributes,
    JsonElement? Transcript,
    IReadOnlyList<DeskMessage>? Messages)
{
    /// <summary>What an agent takes for one person, as far as this desk knows.</summary>
    private const int SecondsEach = 120;

    public static ConversationView Of(DeskConversation one, int? position, bool withMessages) => new(
        one.Id,
        one.State.ToString().ToLowerInvariant(),
        position,
        position * SecondsEach,
        one.Agent,
        one.Name,
        one.Language,
        one.Queue,
        one.ContactLeft,
        one.Taken,
        one.Asked,
        one.CreatedAt,
        withMessages ? one.Attributes : null,
        withMessages ? one.Transcript : null,
        withMessages ? [.. one.Messages] : null);
}
