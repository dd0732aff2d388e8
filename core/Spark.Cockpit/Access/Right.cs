namespace Spark.Cockpit.Access;

/// <summary>What a route of the admin API needs. A route that says nothing is for administrators.</summary>
internal enum Right
{
    /// <summary>Runs the host: accounts, tokens, backups.</summary>
    Administer,

    /// <summary>Sees which conversations there are, and how they stand.</summary>
    SeeConversations,

    /// <summary>Reads what people and bots said.</summary>
    ReadTranscripts,

    /// <summary>Releases conversations, repeats and drops deliveries.</summary>
    ActOnConversations,

    /// <summary>Sees bots, their versions and problems.</summary>
    SeeBots,

    /// <summary>Works on drafts, and tries them.</summary>
    EditBots,

    /// <summary>Publishes and goes back.</summary>
    PublishBots,

    /// <summary>Sees channels, connections and plugins.</summary>
    SeeChannels,

    /// <summary>Adds, changes and removes channels and connections.</summary>
    EditChannels,

    /// <summary>Sees credentials, API Calls, categories and the escalation.</summary>
    SeeSupport,

    /// <summary>Changes them.</summary>
    EditSupport,

    /// <summary>Finds people, exports what is kept of them, and erases it.</summary>
    ManagePeople,

    /// <summary>Installs, reloads, disables and removes plugins: whoever has it can have any code run on the host.</summary>
    ManagePlugins,
}
