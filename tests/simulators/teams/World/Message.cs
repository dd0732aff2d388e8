using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.World;

/// <summary>A message in a conversation.</summary>
internal sealed class Message
{
    public required string Id { get; init; }

    /// <summary>Who wrote it; null for the bot.</summary>
    public Person? From { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The activity as it is now.</summary>
    public required JsonObject Activity { get; set; }

    /// <summary>How often the bot has changed it.</summary>
    public int Updates { get; set; }

    public bool IsDeleted { get; set; }
}
