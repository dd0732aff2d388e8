using System.Text.Json;

namespace Spark.Channels.Teams.Inbound;

/// <summary>What every event of an activity says.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="ConversationId">The conversation, as Spark names it.</param>
/// <param name="Key">By what a repeated delivery is known; unique within the conversation.</param>
/// <param name="Person">Who is on the other end.</param>
/// <param name="Details">What bots and the channel itself need to know of the conversation.</param>
internal sealed record EventFrame(Activity Activity, string ConversationId, string Key, Person? Person, JsonElement Details);
