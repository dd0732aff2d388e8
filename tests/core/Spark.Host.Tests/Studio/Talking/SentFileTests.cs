using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Reading;
using Spark.Host.Studio.Talking;
using Spark.Plugins;
using Spark.Runtime;

namespace Spark.Host.Tests.Studio.Talking;

/// <summary>Files that a designer sends while trying a bot: names, as in a test.</summary>
public sealed class SentFileTests
{
    private static readonly BotSource Bot = new("proofs", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] =
            """
            spark: 1
            bot: proofs
            languages: [en]
            variables:
              photo: { type: file, accept: [image/*] }
            events: { started: main }
            """,
        ["dialogs/main.yaml"] =
            """
            dialog: main
            steps:
              - id: which
                ask: Please send a picture.
                into: photo
                invalid: That is no picture.
              - id: got
                say: I have {photo.name} of type {photo.mediaType}.
                end: resolved
            """,
    });

    private readonly BotTalk talk = new(new PluginHost(Options.Create(new PluginOptions()), TimeProvider.System, NullLoggerFactory.Instance, _ => throw new NotSupportedException()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_answers_the_question_for_one_and_is_shown_with_the_type_that_its_name_says()
    {
        var played = await PlayAsync(new StudioInput { Text = "Here you are", File = "my screen.png" });

        var turn = played.Turns[^1];
        (turn.Kind, turn.Said, turn.File).ShouldBe(("message", "Here you are", new StudioFile("my screen.png", "image/png")));
        turn.Replies.Single().Text.ShouldBe("I have my screen.png of type image/png.");
    }

    [Fact]
    public async Task A_file_alone_is_enough_and_one_of_another_kind_is_asked_for_again()
    {
        var played = await PlayAsync(new() { File = "notes.pdf" }, new() { File = "a.webp" });

        var wrong = played.Turns[^2];
        (wrong.Said, wrong.File!.MediaType).ShouldBe(("", "application/pdf"));
        wrong.Replies.Single().Text.ShouldBe("That is no picture.");
        played.Outcome.ShouldBe("Resolved");
    }

    [Fact]
    public async Task The_test_that_is_made_of_it_sends_the_same_files_and_is_green()
    {
        var script = new StudioScript(null, null, null, [new() { File = "notes.pdf" }, new() { Text = "no: \"this\"", File = "my screen.png" }]);

        var draft = await talk.WriteTestAsync(Bot, script, new("a-picture", "a picture is sent", ["photo"], Calls: false, Ended: true), Token);

        draft.Text.ShouldContain("- user: { file: \"notes.pdf\" }");
        draft.Text.ShouldContain("file: \"my screen.png\" }");
        draft.Findings.ShouldBeEmpty();
        draft.Played.ShouldNotBeNull().IsGood.ShouldBeTrue(draft.Text);
    }

    [Fact]
    public async Task A_file_without_a_name_is_nothing() =>
        (await Should.ThrowAsync<OperatorException>(async () => await PlayAsync(new StudioInput { File = "" }))).Message.ShouldBe("Line 1 says nothing.");

    private async Task<StudioTalk> PlayAsync(params StudioInput[] lines) => await talk.PlayAsync(Bot, new(null, null, null, lines), Token);
}
