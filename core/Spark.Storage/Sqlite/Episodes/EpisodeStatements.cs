namespace Spark.Storage.Sqlite.Episodes;

/// <summary>What operators read of episodes.</summary>
internal sealed class EpisodeStatements(StatementSet set)
{
    public Statement List { get; } = set.Add(WideStatements.ListEpisodes);

    public Statement Edge { get; } = set.Add(WideStatements.EpisodesEdge);

    public Statement ListOldest { get; } = set.Add(WideStatements.ListEpisodesOldest);

    public Statement EdgeOldest { get; } = set.Add(WideStatements.EpisodesEdgeOldest);

    public Statement Count { get; } = set.Add(WideStatements.CountEpisodes);

    public Statement ListSought { get; } = set.Add(WideStatements.ListSought);

    public Statement ListSoughtOldest { get; } = set.Add(WideStatements.ListSoughtOldest);

    public Statement CountSought { get; } = set.Add(WideStatements.CountSought);

    public Statement MeasureWords { get; } = set.Add(WideStatements.MeasureWords);

    public Statement State { get; } = set.Add("SELECT state FROM conversations WHERE id = ?1");

    public Statement Bots { get; } = set.Add("SELECT DISTINCT bot FROM episodes WHERE conversation = (SELECT id FROM conversations WHERE key = ?1)");

    public Statement Key { get; } = set.Add("SELECT key FROM conversations WHERE id = ?1");
}
