using System.CommandLine;
using Spark.Cockpit.Configuration;
using Spark.Host.Administration;

namespace Spark.Host.CommandLine;

/// <summary><c>spark credential</c>: how far sides are told who calls. Secrets go in and never come out.</summary>
internal static class CredentialCommand
{
    public static Command Create() => new("credential", "Credentials of far sides: set, tested, listed; their secrets are never shown.")
    {
        List(), Show(), Set(), Test(), Authorize(), Remove(), Reseal(),
    };

    private static Argument<string> Name() => new("name") { Description = "The credential." };

    private static Command List() => AdminCommand.Over(new("list", "Lists credentials, with where they are used."), async (admin, _, cancellationToken) =>
    {
        var list = await admin.GetAsync("credentials", SettingsJson.Default.CredentialList, cancellationToken);
        foreach (var one in list.Credentials)
        {
            await Console.Out.WriteLineAsync($"{one.Credential.Name,-24} {one.Credential.Authorization.Type,-20} {one.Credential.BaseUrl}  {(one.UsedBy.Count == 0 ? "not used" : $"used by {string.Join(", ", one.UsedBy)}")}");
            if (one.Problem is { } problem)
            {
                await Console.Out.WriteLineAsync($"    {problem}");
            }
        }

        return ExitCode.Done;
    });

    private static Command Show()
    {
        var name = Name();
        return AdminCommand.Over(new("show", "Shows a credential as JSON, without its secrets.") { name }, async (admin, parsed, cancellationToken) =>
        {
            await Console.Out.WriteLineAsync(SettingsText.Indent(await admin.GetTextAsync($"credentials/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}", cancellationToken)));
            return ExitCode.Done;
        });
    }

    private static Command Set()
    {
        var name = Name();
        var file = new Argument<string>("file") { Description = "A JSON file: {\"credential\": {…}, \"secrets\": {\"password\": \"env:SPARK_SECRET_…\" or \"file:PATH\"}}; - reads it from the terminal." };
        var withoutTest = new Option<bool>("--without-test") { Description = "Sets it although its test does not pass." };
        return AdminCommand.Over(new("set", "Sets a credential, once its test has passed.") { name, file, withoutTest }, async (admin, parsed, cancellationToken) =>
        {
            var request = SettingsText.Read(await SettingsText.FileAsync(parsed.GetRequiredValue(file), cancellationToken), SettingsJson.Default.CredentialRequest);
            var answer = await admin.PutAsync(
                $"credentials/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}",
                request with { Secrets = SecretText.Resolve(request.Secrets), WithoutTest = request.WithoutTest || parsed.GetValue(withoutTest) },
                SettingsJson.Default.CredentialRequest,
                SettingsJson.Default.SettingsAnswer,
                cancellationToken);
            return await SettingsText.PrintAsync(answer);
        });
    }

    private static Command Test()
    {
        var name = Name();
        return AdminCommand.Over(new("test", "Tests a credential as it is set.") { name }, async (admin, parsed, cancellationToken) =>
        {
            var test = await admin.PostAsync(
                $"credentials/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}/test", SettingsJson.Default.CredentialTest, cancellationToken);
            await Console.Out.WriteLineAsync($"{(test.Passed ? "passed" : "failed")}: {test.Message}");
            return test.Passed ? ExitCode.Done : ExitCode.Error;
        });
    }

    private static Command Authorize()
    {
        var name = Name();
        return AdminCommand.Over(new("authorize", "Begins to sign in for a credential with an authorization code; a host must run.") { name }, async (admin, parsed, cancellationToken) =>
        {
            var answer = await admin.PostAsync(
                $"credentials/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}/sign-in", SettingsJson.Default.SignInAnswer, cancellationToken);
            await Console.Out.WriteLineAsync($"Open this in a browser and sign in:\n{answer.Address}");
            return ExitCode.Done;
        });
    }

    private static Command Remove()
    {
        var name = Name();
        return AdminCommand.Over(new("remove", "Removes a credential that nothing uses.") { name }, async (admin, parsed, cancellationToken) =>
        {
            await admin.DeleteAsync($"credentials/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}", cancellationToken);
            return ExitCode.Done;
        });
    }

    private static Command Reseal() => AdminCommand.Over(
        new("reseal", "Seals all secrets with the first of the keys, so that older ones can be thrown away."),
        async (admin, _, cancellationToken) =>
        {
            var answer = await admin.PostAsync("credential-keys/reseal", SettingsJson.Default.ResealAnswer, cancellationToken);
            await Console.Out.WriteLineAsync($"{answer.Count} credentials were sealed anew.");
            return ExitCode.Done;
        });
}
