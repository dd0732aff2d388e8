namespace Spark.Storage.Postgres.Conversations;

/// <summary>What a group of turns writes beyond states, events and keys. Each combination is a statement of its own, without the parts that it does not need.</summary>
[Flags]
internal enum CommitShape
{
    None = 0,

    /// <summary>There are turns in it.</summary>
    Turns = 1,

    /// <summary>Effects are born.</summary>
    Effects = 2,

    /// <summary>Rows of the timers are armed, moved or ended.</summary>
    Timers = 4,

    /// <summary>Turns end the effects whose results they took.</summary>
    Results = 8,

    /// <summary>Owners change.</summary>
    Cancels = 16,

    /// <summary>Rows of episodes are written.</summary>
    Episodes = 32,

    /// <summary>Effects end whose results are no events.</summary>
    Ends = 64,

    /// <summary>Effects are born of turns that somebody traces.</summary>
    Traces = 128,

    /// <summary>What bots know of people is written.</summary>
    People = 256,

    /// <summary>Words by which operators find episodes are written.</summary>
    Words = 512,
}
