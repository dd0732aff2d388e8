using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Plugins.Catalog;
using Spark.Runtime.Outbox;
using Spark.Testing.Outside;
using Spark.Testing.Talking;

namespace Spark.Host.Studio.Talking;

/// <summary>How a channel shows what a bot has said: in the channel's own words where it has some, else by what its plugin declares.</summary>
/// <param name="previews">Asks the channels.</param>
/// <param name="channel">The channel.</param>
internal sealed class ReplyLook(ChannelPreviews previews, ChannelSight channel)
{
    private const string NotTold = "This channel does not tell how it shows a message. So it is by what its plugin declares.";

    /// <summary>Shows all that a conversation has brought.</summary>
    /// <returns>By the ids of the effects.</returns>
    public async ValueTask<IReadOnlyDictionary<string, IReadOnlyList<StudioShown>>> ShowAsync(PlayedTalk played, CancellationToken cancellationToken)
    {
        var turns = played.Turns.ToDictionary(turn => turn.Result.State.Sequence);
        var shown = new Dictionary<string, IReadOnlyList<StudioShown>>(StringComparer.Ordinal);
        foreach (var arrival in played.Arrivals)
        {
            if (EffectAddress.TryParse(arrival.EffectId, out var address)
                && turns.TryGetValue(address.Effect.Sequence, out var turn)
                && turn.Result.Effects[address.Effect.Index] is SendMessage sent)
            {
                shown[arrival.EffectId] = await ShowAsync(arrival, sent, cancellationToken);
            }
        }

        return shown;
    }

    private async ValueTask<IReadOnlyList<StudioShown>> ShowAsync(Arrival arrival, SendMessage sent, CancellationToken cancellationToken)
    {
        var message = new OutboundMessage
        {
            ConversationId = "conversation",
            EffectId = arrival.EffectId,
            Parts = arrival.Parts,
            Language = sent.Language,
            Agent = sent.Agent,
            Completion = sent.Completion,
        };
        return channel.CanShow && await previews.ShowAsync(channel.Id, message, cancellationToken) is { } told
            ? [.. told.Select(preview => new StudioShown([.. preview.Shown.Select(PartOf).OfType<StudioPart>()], preview.Payload, preview.Remarks))]
            : [ByProfile(arrival)];
    }

    private StudioShown ByProfile(Arrival arrival)
    {
        var remarks = new List<string> { NotTold };
        var choices = arrival.Choices;
        var fit = choices.Count <= (channel.Profile.Choices ?? int.MaxValue) && choices.All(choice => choice.Label.Length <= (channel.Profile.ChoiceLength ?? int.MaxValue));
        if (arrival.Text.Length > (channel.Profile.TextLength ?? int.MaxValue))
        {
            remarks.Add(FormattableString.Invariant($"The text is longer than the {channel.Profile.TextLength} characters that the channel takes at once."));
        }

        List<MessagePart> parts = fit && choices.Count > 0 ? [new TextPart(arrival.Text), new ChoicesPart(choices)] : [new TextPart(PlainText.Render(arrival.Parts))];
        return new([.. parts.Select(PartOf).OfType<StudioPart>()], null, remarks);
    }

    private static StudioPart? PartOf(MessagePart part) => part switch
    {
        TextPart text => Part("text", text.Text),
        CardPart card => Part("card") with { Card = card.Card },
        ChoicesPart choices => Part(choices.AreReplies ? "replies" : "choices") with { Choices = [.. choices.Choices.Select(ChoiceOf)] },
        ItemsPart items => Part("items") with { Items = [.. items.Items.Select(item => new StudioItem(item.Title, item.Subtitle, item.Link?.ToString(), [.. item.Choices.Select(ChoiceOf)]))] },
        FilePart file => Part("file", file.Name) with { Address = file.Address.ToString() },
        _ => PlainText.Render([part]) is { Length: > 0 } text ? Part("text", text) : null,
    };

    private static StudioPart Part(string kind, string? text = null) => new(kind, text, null, null, [], []);

    private static StudioChoice ChoiceOf(Choice choice) => new(choice.Label, choice.Link?.ToString());
}
