namespace Spark.Storage.Sqlite.Privacy;

/// <summary>The statements that read what is kept of people, and how long.</summary>
internal sealed class PrivacyReads(StatementSet set)
{
    public Statement Conversations { get; } = set.Add(WideStatements.PersonsInConversations);

    public Statement Remembered { get; } = set.Add(WideStatements.RememberedPeople);

    public Statement NextBot { get; } = set.Add(WideStatements.NextBot);

    public Statement CountOldEpisodes { get; } = set.Add(WideStatements.CountOldEpisodesOfBot);

    public Statement CountOldEvents { get; } = set.Add(WideStatements.CountOldEventsOfBot);

    public Statement Values { get; } = set.Add("SELECT bot, name, value, at, until FROM person_variables WHERE person = ?1 ORDER BY bot, name");

    public Statement Links { get; } = set.Add(
        "SELECT connection, external_id, lines FROM links INDEXED BY links_of_conversation WHERE instance = ?1 AND conversation_id = ?2 ORDER BY connection, external_id");
}
