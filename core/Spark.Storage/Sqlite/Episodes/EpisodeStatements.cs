namespace Spark.Storage.Sqlite.Episodes;

/// <summary>What operators read of episodes.</summary>
internal sealed class EpisodeStatements(StatementSet set)
{
    public Statement List { get; } = set.Add(WideStatements.ListEpisodes);

    public Statement Edge { get; } = set.Add(WideStatements.EpisodesEdge);

    public Statement Count { get; } = set.Add(WideStatements.CountEpisodes);

    public Statement CountOnInstance { get; } = set.Add(WideStatements.CountEpisodesOnInstance);

    public Statement State { get; } = set.Add("SELECT state FROM conversations WHERE id = ?1");

    public Statement Bots { get; } = set.Add("SELECT DISTINCT bot FROM episodes WHERE conversation = (SELECT id FROM conversations WHERE key = ?1)");

    public Statement Key { get; } = set.Add("SELECT key FROM conversations WHERE id = ?1");
}
