using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>The same event delivered several times, on a channel whose replies are the response.</summary>
public sealed class DuplicateDeliveryTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        folder.Write("bots/slow/bot.yaml", """
            spark: 1
            bot: slow
            languages: [en]
            events: { started: think }
            """);
        folder.Write("bots/slow/dialogs/think.yaml", """
            dialog: think
            steps:
              - run: wait
                then:
                  waited:
                    id: done
                    say: "I have thought about it ({sys.now})."
                  failed:
                    id: sorry
                    say: Something went wrong.
            """);
        folder.Write("bots/slow/actions/wait.yaml", """
            action: wait
            steps:
              - pause: 1s
                outcomes: { waited: result = "ok" }
                otherwise: failed
            """);
        var environment = folder.Write("environment.yaml", TestEnvironment.WithAnswers("slow"));
        host = await SparkHost.StartAsync(environment, folder.Path("data"), LoopbackPort.Free(), Token, folder.Path("bots"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Five_deliveries_at_once_are_one_turn_and_get_the_same_answer()
    {
        var body = Webhook.Message("c-1", "Hello", "k-1", TimeProvider.System.GetUtcNow());
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Webhook.PostSignedAsync(host.Http, body, Token)));

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers[0].Body.ShouldContain("I have thought about it");
        answers.Select(answer => answer.Body).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

        // A repetition that comes later gets the same again: the first answer may never have arrived.
        (await Webhook.PostSignedAsync(host.Http, body, Token)).Body.ShouldBe(answers[0].Body);

        // Another key is another message, and another turn: the clock in the answer tells.
        var next = await Webhook.PostSignedAsync(host.Http, Webhook.Message("c-1", "Hello", "k-2", TimeProvider.System.GetUtcNow()), Token);
        next.Body.ShouldNotBe(answers[0].Body);
    }
}
