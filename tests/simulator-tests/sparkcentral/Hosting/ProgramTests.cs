using System.Diagnostics;
using System.Net;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Hosting;

public sealed class ProgramTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_where_it_listens_and_ends_with_its_parent()
    {
        using var program = Start("--urls", "http://127.0.0.1:0", "--secret", StubVirtualAgent.SecretHex, "--exit-with-parent");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token);

            line.ShouldNotBeNull().ShouldMatch(@"^Sparkcentral simulator listening on http://127\.0\.0\.1:\d+$");
            using var client = new HttpClient();
            var page = await client.GetAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]), Token);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);

            program.StandardInput.Close();
            await program.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
            program.ExitCode.ShouldBe(0);
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task Wrong_arguments_end_it_with_code_two_and_all_reasons()
    {
        using var program = Start("--profile", "modern");

        var errors = await program.StandardError.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        program.ExitCode.ShouldBe(2);
        errors.ShouldContain("--profile must be one of classic2019, inbox2, mixed.");
        errors.ShouldContain("--secret or --secret-file is needed.");
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "sparkcentral-simulator"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
