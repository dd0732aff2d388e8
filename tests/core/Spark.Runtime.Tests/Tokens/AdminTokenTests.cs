using Spark.Runtime.Tests.Support;
using Spark.Runtime.Tokens;

namespace Spark.Runtime.Tests.Tokens;

public sealed class AdminTokenTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_token_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var runtime = await TestRuntime.StartAsync(folder);
        var tokens = runtime.Get<AdminToken>();

        var token = await tokens.CreateAsync(TestContext.Current.CancellationToken);
        var again = await tokens.CreateAsync(TestContext.Current.CancellationToken);

        token!.Length.ShouldBe(43);
        again.ShouldBeNull();
        (await tokens.VerifyAsync(token, TestContext.Current.CancellationToken)).ShouldBeTrue();
        runtime.Query("SELECT length(value), instr(CAST(value AS TEXT), '" + token + "') FROM settings WHERE name = 'admin-token-sha256'").ShouldBe(["32 0"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Another_token_is_refused(string? other)
    {
        await using var runtime = await TestRuntime.StartAsync(folder);
        var tokens = runtime.Get<AdminToken>();

        (await tokens.VerifyAsync(other, TestContext.Current.CancellationToken)).ShouldBeFalse("there is none yet");
        await tokens.CreateAsync(TestContext.Current.CancellationToken);

        (await tokens.VerifyAsync(other, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_token_ends_the_old_one()
    {
        await using var runtime = await TestRuntime.StartAsync(folder);
        var tokens = runtime.Get<AdminToken>();
        var old = await tokens.CreateAsync(TestContext.Current.CancellationToken);

        var renewed = await tokens.RotateAsync(TestContext.Current.CancellationToken);

        (await tokens.VerifyAsync(old, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await tokens.VerifyAsync(renewed, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
