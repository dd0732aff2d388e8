using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Files;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.People;
using Spark.Channels.Teams.Rest;
using Spark.Messages;

namespace Spark.Channels.Teams.Outbound;

/// <summary>Sends the activities of a message, in order; takes the card that was answered out of use first.</summary>
internal sealed partial class MessageSender(
    MessageWriter writer, FileOffers offers, ConnectorClient connector, ThreadPace? pace, PeopleBook people, TimeProvider time, ILogger<MessageSender> logger)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>How many activities of a message have arrived, when a later one has not: an attempt goes on where the last one stopped.</summary>
    private readonly ConcurrentDictionary<string, int> arrived = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> disused = new(StringComparer.Ordinal);

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var address = Address.Of(message.ChannelDetails);
        if (address.ServiceUrl is null)
        {
            return Delivery.Refused("Nothing is known of where the conversation is: the channel has never heard from it.");
        }

        var thread = address.ConversationId ?? ConversationName.Thread(message.ConversationId);
        await DisuseAsync(address, thread, cancellationToken);

        var offered = address.IsPersonal ? await OfferAsync(message, cancellationToken) : [];
        var activities = writer.Write(message, address, offered);
        for (var i = arrived.GetValueOrDefault(message.EffectId); i < activities.Count; i++)
        {
            if (await PauseAsync(thread, cancellationToken) is { } wait)
            {
                return Stop(message, i, Delivery.NotSent("The thread has had as many messages as Teams takes from a bot.", wait));
            }

            var outcome = await connector.CallAsync(HttpMethod.Post, address.ServiceUrl, Path(thread), activities[i], cancellationToken);
            if (outcome.Accepted || activities[i]["type"]!.GetValue<string>() == "typing")
            {
                continue;
            }

            if (outcome.IsBarred && address is { IsPersonal: true, PersonId: { } person })
            {
                LogBarred();
                await people.BarAsync(person, cancellationToken);
            }

            return Stop(message, i, outcome.ToDelivery(message.Attempt));
        }

        arrived.TryRemove(message.EffectId, out _);
        return Delivery.Delivered;
    }

    // Only in personal chats can a file be put where the person finds it again.
    private async Task<Dictionary<FilePart, JsonObject>> OfferAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var offered = new Dictionary<FilePart, JsonObject>();
        foreach (var file in message.Parts.OfType<FilePart>().Where(file => !MessageWriter.IsPicture(file)))
        {
            if (!offered.ContainsKey(file) && await offers.OfferAsync(file, cancellationToken) is { } card)
            {
                offered[file] = card;
            }
        }

        return offered;
    }

    private static string Path(string thread) => $"v3/conversations/{Uri.EscapeDataString(thread)}/activities";

    private Delivery Stop(OutboundMessage message, int at, Delivery delivery)
    {
        if (arrived.Count >= MostKept)
        {
            arrived.Clear();
        }

        if (at > 0 && delivery.Status is DeliveryStatus.NotSent or DeliveryStatus.Unknown)
        {
            arrived[message.EffectId] = at;
        }

        return delivery;
    }

    // Null when a place was taken.
    private async Task<TimeSpan?> PauseAsync(string thread, CancellationToken cancellationToken)
    {
        for (var wait = Wait(); wait > TimeSpan.Zero; wait = Wait())
        {
            if (wait > LongestPause)
            {
                return wait;
            }

            await Task.Delay(wait, time, cancellationToken);
        }

        return null;

        // For development there is nobody who counts.
        TimeSpan Wait() => pace?.Take(thread) ?? TimeSpan.Zero;
    }

    // A question that was answered by a press shows what was pressed, and no buttons any more. That it fails keeps nobody from being answered.
    private async Task DisuseAsync(Address address, string thread, CancellationToken cancellationToken)
    {
        if (address.Pressed.Text("activityId") is not { } card || !disused.TryAdd($"{thread}/{card}", true))
        {
            return;
        }

        if (disused.Count >= MostKept)
        {
            disused.Clear();
        }

        var label = address.Pressed.Text("label");
        var text = address.Pressed.Text("ask") is { } ask ? $"{ask}\n→ {label}" : $"→ {label}";
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = card,
            ["text"] = text,
            ["textFormat"] = "plain",
            ["attachments"] = new JsonArray(),
        };
        var outcome = await connector.CallAsync(HttpMethod.Put, address.ServiceUrl, $"{Path(thread)}/{Uri.EscapeDataString(card)}", activity, cancellationToken);
        if (!outcome.Accepted)
        {
            LogNotDisused(outcome.Sentence);
        }
    }

    [LoggerMessage(LogLevel.Information, "Somebody cannot be written to any more: the app is not installed, or was blocked")]
    private partial void LogBarred();

    [LoggerMessage(LogLevel.Debug, "A card that was answered could not be taken out of use: {Reason}")]
    private partial void LogNotDisused(string reason);
}
