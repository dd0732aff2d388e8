using System.Diagnostics.Metrics;
using System.Globalization;
using Spark.Cockpit.Metrics;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Metrics;

public sealed class MetricsCollectorTests : IDisposable
{
    private readonly Meter meter = new($"test-{Guid.NewGuid():N}");
    private readonly Meter others = new($"others-{Guid.NewGuid():N}");
    private readonly MetricsCollector collector;

    public MetricsCollectorTests() => collector = new([meter.Name], [others.Name]);

    public void Dispose()
    {
        collector.Dispose();
        meter.Dispose();
        others.Dispose();
    }

    [Fact]
    public void A_counter_adds_up_by_its_tags()
    {
        var turns = meter.CreateCounter<long>("spark.turns", "{turn}", "Turns.");
        turns.Add(2, new("instance", "web"), new("result", "committed"));
        turns.Add(3, new("instance", "web"), new("result", "committed"));
        turns.Add(1, new("instance", "web"), new("result", "fault"));

        var scraped = Scrape();
        scraped.Types["spark_turns_total"].ShouldBe("counter");
        scraped.Value("spark_turns_total", ("instance", "web"), ("result", "committed")).ShouldBe(5);
        scraped.Value("spark_turns_total", ("result", "fault")).ShouldBe(1);
    }

    [Fact]
    public void Meters_of_others_are_listened_to_from_the_first_scrape_on()
    {
        meter.CreateCounter<long>("spark.duplicates").Add(1);
        var requests = others.CreateCounter<long>("http.requests");
        requests.Enabled.ShouldBeFalse();
        requests.Add(5);
        Scrape();
        requests.Add(2);

        Scrape().Value("http_requests_total").ShouldBe(2);
    }

    [Fact]
    public void A_histogram_counts_cumulatively_and_a_bound_belongs_to_its_bucket()
    {
        var duration = meter.CreateHistogram(
            "spark.turn.duration", "s", "Time.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var seconds in new[] { 0.05, 0.1, 0.5, 7 })
        {
            duration.Record(seconds, new KeyValuePair<string, object?>("instance", "web"));
        }

        var scraped = Scrape();
        scraped.Types["spark_turn_duration_seconds"].ShouldBe("histogram");
        scraped.Value("spark_turn_duration_seconds_bucket", ("le", "0.1")).ShouldBe(2);
        scraped.Value("spark_turn_duration_seconds_bucket", ("le", "1")).ShouldBe(3);
        scraped.Value("spark_turn_duration_seconds_bucket", ("le", "+Inf")).ShouldBe(4);
        scraped.Value("spark_turn_duration_seconds_count", ("instance", "web")).ShouldBe(4);
        scraped.Value("spark_turn_duration_seconds_sum").ShouldBe(7.65, 0.0001);
    }

    [Fact]
    public void A_gauge_shows_its_last_value_and_an_observable_one_is_asked_at_the_scrape()
    {
        meter.CreateGauge<int>("spark.node.lease").Record(1);
        var open = 7;
        meter.CreateObservableGauge("spark.outbox.open", () => open, "{effect}");

        Scrape().Value("spark_outbox_open").ShouldBe(7);
        open = 9;
        var again = Scrape();
        again.Value("spark_outbox_open").ShouldBe(9);
        again.Value("spark_node_lease").ShouldBe(1);
        again.Types["spark_outbox_open"].ShouldBe("gauge");
    }

    [Fact]
    public void A_level_that_rises_and_falls_is_a_gauge()
    {
        var level = meter.CreateUpDownCounter<long>("requests.active");
        level.Add(3);
        level.Add(-2);
        var scraped = Scrape();
        scraped.Value("requests_active").ShouldBe(1);
        scraped.Types["requests_active"].ShouldBe("gauge");
    }

    [Theory]
    [InlineData("say \"hello\"")]
    [InlineData("back\\slash")]
    [InlineData("two\nlines")]
    [InlineData("a{b=\"c\"},d 1")]
    public void Labels_arrive_as_they_were(string value)
    {
        meter.CreateCounter<long>("labelled", null, "Help with \\ and\nlines.").Add(1, new KeyValuePair<string, object?>("what.is", value));
        Scrape().Value("labelled_total", ("what_is", value)).ShouldBe(1);
    }

    [Fact]
    public void A_tag_that_never_repeats_does_not_eat_the_memory()
    {
        var wild = meter.CreateCounter<long>("wild");
        for (var index = 0; index < 1_500; index++)
        {
            wild.Add(1, new KeyValuePair<string, object?>("id", index));
        }

        var scraped = Scrape();
        scraped.Values("wild_total").Count.ShouldBeLessThanOrEqualTo(1_001);
        scraped.Value("wild_total", ("overflow", "true")).ShouldBe(500);
    }

    [Fact]
    public void Measuring_a_known_series_allocates_nothing()
    {
        var turns = meter.CreateCounter<long>("spark.turns");
        KeyValuePair<string, object?> instance = new("instance", "web");
        KeyValuePair<string, object?> result = new("result", "committed");
        for (var warm = 0; warm < 1_000; warm++)
        {
            turns.Add(1, instance, result);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 10_000; index++)
        {
            turns.Add(1, instance, result);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public void Meters_that_nobody_asked_for_are_not_shown()
    {
        using var other = new Meter($"other-{Guid.NewGuid():N}");
        other.CreateCounter<long>("other").Add(1);
        meter.CreateCounter<long>("mine").Add(1);
        var scraped = Scrape();
        scraped.Values("other_total").ShouldBeEmpty();
        scraped.Value("mine_total").ShouldBe(1);
    }

    private ScrapedMetrics Scrape()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        collector.Write(text);
        return ScrapedMetrics.Parse(text.ToString());
    }
}
