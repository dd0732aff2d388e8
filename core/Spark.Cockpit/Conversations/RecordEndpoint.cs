using Microsoft.AspNetCore.Http;
using Spark.Plugins;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Conversations;

/// <summary>Gives the record of a conversation, with all that was said: for replays, for tests, and for who asks why.</summary>
internal static class RecordEndpoint
{
    public static async Task<IResult> GetAsync(
        HttpContext http,
        IConversationIndex index,
        IConversationLog log,
        IBotVersionStore versions,
        string address,
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
        return Results.Bytes(ConversationRecordJson.Write(record), "application/json");
    }
}
