using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Operations;

namespace Spark.Storage.Sqlite.Episodes;

/// <summary>Gives conversations their words in SQLite: a page is one write, so that nothing changes between the look and the words.</summary>
internal sealed class SqliteSearchWordStore(SqliteDatabase database) : ISearchWordStore
{
    public async ValueTask<int> CatchUpAsync(int limit, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(limit, static (statements, most) => CatchUp(statements, most)).WaitAsync(cancellationToken);

    private static int CatchUp(WriterStatements statements, int limit)
    {
        var page = new List<(long Id, string ExternalId, Person? Person)>();
        using (var rows = statements.Words.Wordless.Bind(limit).Read())
        {
            while (rows.Next())
            {
                page.Add((rows.Long(0), rows.Text(1), ConversationJson.ReadState(rows.Bytes(2)).Person));
            }
        }

        foreach (var (id, externalId, person) in page)
        {
            var episodes = Episodes(statements.Words, id);
            if (episodes.Count > 0)
            {
                TurnWrite.WriteWords(statements.Turns, id, new(SearchWords.OfAllEpisodes, SearchWords.Of(externalId, person)));
            }

            foreach (var episode in episodes)
            {
                TurnWrite.WriteWords(statements.Turns, id, new(episode.Number, SearchWords.Of(episode)));
            }

            statements.Words.Mark.Bind(id).Run();
        }

        return page.Count;
    }

    private static List<Episode> Episodes(SearchWordStatements words, long conversation)
    {
        var episodes = new List<Episode>();
        using var rows = words.Episodes.Bind(conversation).Read();
        while (rows.Next())
        {
            episodes.Add(EpisodeRows.Read(rows, 0));
        }

        return episodes;
    }
}
