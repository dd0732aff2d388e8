using System.Text;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Audit;
using Spark.Plugins;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Conversations;

/// <summary>Gives the record of a conversation, with all that was said: for replays, for tests, and for who asks why.</summary>
internal static class RecordEndpoint
{
    private const string Json = "application/json";

    public static Task<IResult> GetAsync(
        HttpContext http, IConversationIndex index, IConversationLog log, IBotVersionStore versions, string address, CancellationToken cancellationToken) =>
        AnswerAsync(http, index, log, versions, address, static record => Results.Bytes(WithoutLinks(record), Json), cancellationToken);

    /// <summary>The same without people, as a file that can be sent elsewhere and replayed there.</summary>
    public static Task<IResult> PackAsync(
        HttpContext http, IConversationIndex index, IConversationLog log, IBotVersionStore versions, string address, CancellationToken cancellationToken) =>
        AnswerAsync(
            http, index, log, versions, address, static record => Results.Bytes(EvidenceMask.Write(record), Json, $"conversation-{record.Key[..12]}.json"), cancellationToken);

    private static async Task<IResult> AnswerAsync(
        HttpContext http,
        IConversationIndex index,
        IConversationLog log,
        IBotVersionStore versions,
        string address,
        Func<ConversationRecord, IResult> answer,
        CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return ConversationEndpoints.NoAddress(address);
        }

        if (await ConversationRecorder.ReadAsync(index, log, versions, key, cancellationToken) is not { } record)
        {
            return ConversationEndpoints.NotFound(address);
        }

        // A command without a running host has no plugins.
        var host = http.RequestServices.GetService(typeof(PluginHost)) as PluginHost;
        record = record with { Plugins = [.. host?.Catalog.Plugins.Select(plugin => $"{plugin.Id} {plugin.Version}") ?? []] };
        AuditNote.Of(http).About(key.ToString());
        return answer(record);
    }

    // Addresses that let a person in elsewhere are nobody else's.
    private static byte[] WithoutLinks(ConversationRecord record) =>
        Encoding.UTF8.GetBytes(LinkMask.Of(record.Turns.Select(turn => turn.Event)).Apply(Encoding.UTF8.GetString(ConversationRecordJson.Write(record))));
}
