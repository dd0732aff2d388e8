using Spark.Simulators.Sparkcentral.CommandLine;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Tests.CommandLine;

public sealed class ArgumentReaderTests
{
    [Fact]
    public void Everything_can_be_said()
    {
        var secretFile = Path.GetTempFileName();
        File.WriteAllText(secretFile, "00ff\n");
        try
        {
            var parsed = ArgumentReader.Read(
            [
                "--urls", "http://127.0.0.1:0", "--webhook", "http://127.0.0.1:5080/channels/sparkcentral", "--secret-file", secretFile,
                "--client-id", "demo", "--client-secret", "secret", "--profile", "mixed", "--retry-timestamp", "same", "--topics", "A, B",
                "--exit-with-parent",
            ]);

            var options = parsed.Options.ShouldNotBeNull();
            options.ExitWithParent.ShouldBeTrue();
            options.Tenant.SecretHex.ShouldBe("00ff");
            options.Tenant.Profile.ShouldBe(WireProfile.Mixed);
            options.Tenant.RetryTimestamp.ShouldBe(RetryTimestamp.Same);
            options.Tenant.Topics.ShouldBe(["A", "B"]);
        }
        finally
        {
            File.Delete(secretFile);
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var parsed = ArgumentReader.Read(["--secret", "abc", "--profile", "modern", "--webhook", "nowhere", "--colour", "--urls"]);

        parsed.Options.ShouldBeNull();
        parsed.Errors.Count.ShouldBe(5);
    }

    [Fact]
    public void The_shared_secret_is_needed() =>
        ArgumentReader.Read([]).Errors.ShouldHaveSingleItem().ShouldContain("--secret-file");

    [Fact]
    public void A_secret_file_that_is_not_there_is_named() =>
        ArgumentReader.Read(["--secret-file", "no-such-file"]).Errors.ShouldHaveSingleItem().ShouldContain("no-such-file");

    [Fact]
    public void Help_asks_for_nothing_else() => ArgumentReader.Read(["--help"]).WantsHelp.ShouldBeTrue();
}
