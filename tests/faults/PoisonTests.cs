using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>An event on which the bot fails every time, in a real host.</summary>
public sealed class PoisonTests
{
    private const string Conversation = "a:person-0";

    [Theory]
    [InlineData("say once", "Broken")]
    [InlineData("say twice", "Something went wrong on our side. Please try again later.")]
    public async Task A_poison_event_is_committed_as_a_fault_at_once_and_an_operator_sees_it(string before, string answer)
    {
        const string poison = "say poison";
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)), people: 1);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await stage.ArrivedAsync("Next?", cancellationToken);
        await stage.Crowd.FallSilentAsync();

        // What was said before decides whether the dialog that answers faults fails as well.
        await stage.Crowd.SayAsync(Conversation, before);
        await stage.ArrivedAsync($"Echo {before}", cancellationToken);

        // Once, and again with the same id: it does not fail twice.
        await stage.Crowd.SayAsync(Conversation, poison);
        await stage.Crowd.SayAsync(Conversation, poison);
        await stage.ArrivedAsync(answer, cancellationToken);

        // The conversation goes on.
        var asked = stage.FarSide.Count(Conversation, "Next?");
        await stage.Crowd.SayAsync(Conversation, "say hello");
        await stage.ArrivedAsync("Next?", asked + 1, cancellationToken);
        await stage.Crowd.SayAsync(Conversation, "say the last word");
        await stage.ArrivedAsync("Echo say the last word", cancellationToken);
        stage.FarSide.Arrivals.Count(arrival => arrival.Text == answer).ShouldBe(1);

        // An operator sees it: in the log, in the metrics, and where the conversation is shown, by code and place.
        await host.ExpectAsync("failed at main", cancellationToken);
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync(new Uri(host.Url, "/metrics"), cancellationToken);
        metrics.Split('\n').ShouldContain(line =>
            line.StartsWith("spark_faults_total{", StringComparison.Ordinal) && line.Contains("instance=\"wire\"", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal));
        var shown = await host.RunCommandAsync(_ => true, cancellationToken, "conversation", "show", $"{Books.Instance}/{Conversation}");
        shown.Split('\n').Count(line => line.Contains("failed: ", StringComparison.Ordinal) && line.Contains(" at main", StringComparison.Ordinal)).ShouldBe(1, shown);
        shown.ShouldNotContain(poison);

        await host.StopAsync(cancellationToken);
        await using var books = stage.Store.Open();
        (await books.CheckAsync(cancellationToken)).Problems.ShouldBeEmpty();
        (await books.MessagesAsync(Conversation, cancellationToken)).Count(text => text == poison).ShouldBe(1);
    }
}
