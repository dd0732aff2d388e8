using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;
using Spark.Tests;

namespace Spark.Channels.Teams.Tests.Witnesses;

/// <summary>The cards that leave, read by Microsoft's own parser.</summary>
public sealed class AdaptiveCardsTests
{
    private const string Script = """
        const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');
        const cards = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
        console.log(JSON.stringify(cards.map((json) => {
          const card = new AdaptiveCard();
          const context = new SerializationContext();
          card.parse(json, context);
          const events = [];
          for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
          return [...events, ...card.validateProperties().validationEvents.map((event) => event.message)];
        })));
        """;

    private static readonly NodeWitness Witness = new("adaptivecards", "3.0.6");

    [Fact]
    public async Task Microsofts_parser_has_nothing_to_say_about_our_cards_and_agrees_about_bad_ones()
    {
        await using var side = await FarSide.StartAsync();
        using var channel = new TestChannel(side);
        await channel.SayAsync(new TextPart("Which?"), Choices(14) with { AnswerOnce = true });
        await channel.SayAsync(new ChoicesPart([new Choice { Label = "Wiki", Link = new Uri("https://wiki.example") }, new Choice { Label = "Yes", Token = "t" }]));
        await channel.SayAsync(new ItemsPart(
            [new Item { Title = "Laptop", Subtitle = "14 inches", Image = new Uri("https://img.example/1.png"), Link = new Uri("https://shop.example"), Choices = Choices(2).Choices }],
            ItemsLayout.Carousel));
        JsonNode[] ours = [.. side.ConnectorCalls.SelectMany(call => call.Json["attachments"]!.AsArray()).Select(attachment => attachment!["content"]!.DeepClone())];
        JsonNode[] bad =
        [
            JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}""")!,
            JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text"}]}""")!,
            JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Dance","title":"x"}]}""")!,
        ];

        var answer = await Witness.AskAsync(Script, new JsonArray([.. ours, .. bad]).ToJsonString(), TestContext.Current.CancellationToken);

        Assert.SkipWhen(answer is null, NodeWitness.Missing);
        var said = JsonNode.Parse(answer)!.AsArray().Select(list => list!.AsArray().Select(line => line!.GetValue<string>()).ToList()).ToList();
        said.Take(ours.Length).ShouldAllBe(lines => lines.Count == 0, answer);
        foreach (var (card, lines) in bad.Zip(said.Skip(ours.Length)))
        {
            lines.ShouldNotBeEmpty();
            Spark.Channels.Teams.Cards.CardCheck.Problem(JsonElement.Parse(card.ToJsonString())).ShouldNotBeNull();
        }
    }

    private static ChoicesPart Choices(int count) => new([.. Enumerable.Range(1, count).Select(i => new Choice { Label = $"Choice {i}", Token = $"t{i}" })]);
}
