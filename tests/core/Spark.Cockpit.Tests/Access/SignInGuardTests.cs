using System.Net;
using Spark.Cockpit.Access;

namespace Spark.Cockpit.Tests.Access;

public sealed class SignInGuardTests
{
    private readonly HandClock clock = new();

    [Fact]
    public void A_name_waits_longer_with_each_failure_whatever_address_tries_and_then_no_longer_than_a_quarter_of_an_hour()
    {
        var guard = new SignInGuard(clock);
        var waits = new List<double>();
        for (var guess = 0; guess < 14; guess++)
        {
            guard.Failed("name ada", $"address 10.0.0.{guess}");
            var wait = guard.WaitFor("name ada", "address 10.9.9.9") ?? TimeSpan.Zero;
            waits.Add(wait.TotalSeconds);
            clock.Now += wait;
        }

        waits.ShouldBe([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
    }

    [Fact]
    public void An_address_waits_that_tries_one_password_on_many_names()
    {
        var guard = new SignInGuard(clock);
        for (var name = 0; name < 5; name++)
        {
            guard.Failed($"name {name}", "address 10.0.0.1");
        }

        guard.WaitFor("name somebody-else", "address 10.0.0.1").ShouldBe(TimeSpan.FromSeconds(15));
        guard.WaitFor("name somebody-else", "address 10.0.0.2").ShouldBeNull();
    }

    [Fact]
    public void Who_knows_the_password_begins_anew_and_so_does_who_lets_it_be_for_a_while()
    {
        var guard = new SignInGuard(clock);
        for (var guess = 0; guess < 4; guess++)
        {
            guard.Failed("name ada");
            guard.Failed("name bob");
        }

        guard.Succeeded("name ada");
        clock.Now += TimeSpan.FromMinutes(16);
        guard.Failed("name ada");
        guard.Failed("name bob");

        guard.WaitFor("name ada", "name bob").ShouldBeNull();
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Who_has_a_whole_network_of_addresses_is_one(string one, string other, bool isSame) =>
        (SignInGuard.NetworkOf(IPAddress.Parse(one)) == SignInGuard.NetworkOf(IPAddress.Parse(other))).ShouldBe(isSame);

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
