namespace Spark.Channels.Teams.Inbound;

/// <summary>
/// What a conversation is called in Spark. A personal chat is its own. In a group chat or a thread each person has a conversation with the
/// bot of their own: so nobody answers what somebody else was asked, and nobody's answers are another's.
/// </summary>
internal static class ConversationName
{
    private const char Separator = '|';

    /// <summary>The name; null when the activity says too little.</summary>
    public static string? Of(Activity activity)
    {
        // As a segment of a path these would name another resource, encoded or not.
        if (activity.ConversationId is not { } id || id is "." or "..")
        {
            return null;
        }

        return activity.IsPersonal ? id
            : PersonReader.IdOf(activity.From, activity.TenantId) is { } person ? $"{id}{Separator}{person}"
            : null;
    }

    /// <summary>The thread that a conversation is in, as Teams names it.</summary>
    public static string Thread(string name) => name.LastIndexOf(Separator) is > 0 and var at ? name[..at] : name;
}
