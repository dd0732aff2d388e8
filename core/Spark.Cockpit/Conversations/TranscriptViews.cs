using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Access;
using Spark.Cockpit.Audit;

namespace Spark.Cockpit.Conversations;

/// <summary>
/// Sees to it that the audit names who read a conversation, once a while: a page that follows it reads it again with every turn.
/// </summary>
internal sealed class TranscriptViews(TimeProvider time)
{
    private static readonly TimeSpan While = TimeSpan.FromMinutes(10);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(string Who, string Conversation), DateTimeOffset> told = new();

    /// <summary>Notes that a conversation was read. A command that has the database to itself is named each time.</summary>
    public static void Tell(HttpContext http, string conversation)
    {
        if (http.RequestServices.GetService(typeof(TranscriptViews)) is TranscriptViews views)
        {
            views.Note(http, conversation);
        }
        else
        {
            AuditNote.Of(http).About(conversation);
        }
    }

    /// <summary>Leaves a request out of the audit when the same person read the same conversation a moment ago.</summary>
    private void Note(HttpContext http, string conversation)
    {
        var now = time.GetUtcNow();
        var who = Operator.Of(http)!;
        var view = ($"{who.Session is null} {who.Name}", conversation);
        var note = AuditNote.Of(http).About(conversation);
        if (told.TryGetValue(view, out var before) && now - before < While)
        {
            note.IsMuted = true;
            return;
        }

        if (told.Count >= Most)
        {
            told.Clear();
        }

        told[view] = now;
    }
}
