using Spark.Runtime.Access;
using Spark.Testing;

namespace Spark.Runtime.Tests.Access;

/// <summary>How long the answer to a wrong secret is held back.</summary>
public sealed class WrongSecretsTests
{
    private readonly ManualClock time = new();

    [Fact]
    public void It_doubles_with_each_up_to_a_bound()
    {
        var wrong = new WrongSecrets(time);
        Enumerable.Range(0, 8).Select(_ => wrong.Note("192.0.2.1").TotalMilliseconds).ShouldBe([250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    }

    [Fact]
    public void Networks_count_apart_and_one_network_is_one()
    {
        var wrong = new WrongSecrets(time);
        wrong.Note("192.0.2.1");
        wrong.Note("192.0.2.2").TotalMilliseconds.ShouldBe(250);
        wrong.Note("::ffff:192.0.2.1").TotalMilliseconds.ShouldBe(500);
        wrong.Note("2001:db8:0:1::1");
        wrong.Note("2001:db8:0:1:ffff::2").TotalMilliseconds.ShouldBe(500);
        wrong.Note("2001:db8:0:2::1").TotalMilliseconds.ShouldBe(250);
        wrong.Note(null).TotalMilliseconds.ShouldBe(250);
    }

    [Fact]
    public void It_is_forgotten_after_a_while()
    {
        var wrong = new WrongSecrets(time);
        wrong.Note("192.0.2.1");
        time.Advance(TimeSpan.FromMinutes(11));
        wrong.Note("192.0.2.1").TotalMilliseconds.ShouldBe(250);
    }

    [Fact]
    public void Made_up_networks_do_not_fill_the_memory()
    {
        var wrong = new WrongSecrets(time);
        for (var i = 0; i < 25_000; i++)
        {
            wrong.Note($"2001:db8:{i & 0xFFFF:x}:{i >> 8:x}::1").TotalMilliseconds.ShouldBeLessThanOrEqualTo(8_000);
        }

        wrong.Networks.ShouldBeLessThanOrEqualTo(10_000);
    }
}
