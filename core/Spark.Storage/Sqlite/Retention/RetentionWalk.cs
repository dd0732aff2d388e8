namespace Spark.Storage.Sqlite.Retention;

/// <summary>Where retention stands on its way through the events, the keys and the episodes. A new one begins.</summary>
internal sealed record RetentionWalk
{
    public RetentionStage Stage { get; init; }

    public long Event { get; init; }

    public string Key { get; init; } = "";

    public string Source { get; init; } = "";

    public long Conversation { get; init; }

    public long Episode { get; init; }
}
