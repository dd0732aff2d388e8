using Spark.Storage.Sqlite.Operations;

namespace Spark.Storage.Sqlite.Episodes;

/// <summary>The statements that give old conversations their words.</summary>
internal sealed class SearchWordStatements(StatementSet set)
{
    public Statement Wordless { get; } = set.Add(WideStatements.Wordless);

    public Statement Episodes { get; } = set.Add($"SELECT {EpisodeRows.Columns} FROM episodes WHERE conversation = ?1");

    public Statement Mark { get; } = set.Add("UPDATE conversations SET has_words = 1 WHERE id = ?1");
}
