using System.CommandLine;
using System.Text.Json;
using Spark.Cockpit.ApiCalls;
using Spark.Cockpit.Configuration;
using Spark.Host.Administration;
using Spark.Runtime.ApiCalls;

namespace Spark.Host.CommandLine;

/// <summary><c>spark api-call</c>: calls of far sides, tried before anything depends on them.</summary>
internal static class ApiCallCommand
{
    public static Command Create() => new("api-call", "Calls of far sides: set, tried, imported, listed.") { List(), Show(), Set(), Test(), Import(), Remove() };

    private static Argument<string> Name() => new("name") { Description = "The API Call." };

    private static Command List() => AdminCommand.Over(new("list", "Lists API Calls, with where they are used."), async (admin, _, cancellationToken) =>
    {
        var list = await admin.GetAsync("api-calls", SettingsJson.Default.ApiCallList, cancellationToken);
        foreach (var one in list.ApiCalls)
        {
            await Console.Out.WriteLineAsync($"{one.ApiCall.Name,-24} {one.ApiCall.Method,-6} {one.ApiCall.Credential}: {one.ApiCall.Resource}  {string.Join(", ", one.UsedBy)}".TrimEnd());
        }

        return ExitCode.Done;
    });

    private static Command Show()
    {
        var name = Name();
        return AdminCommand.Over(new("show", "Shows an API Call as JSON.") { name }, async (admin, parsed, cancellationToken) =>
        {
            await Console.Out.WriteLineAsync(SettingsText.Indent(await admin.GetTextAsync($"api-calls/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}", cancellationToken)));
            return ExitCode.Done;
        });
    }

    private static Command Set()
    {
        var name = Name();
        var file = new Argument<string>("file") { Description = "A JSON file: {\"apiCall\": {…}}; - reads it from the terminal." };
        return AdminCommand.Over(new("set", "Sets an API Call.") { name, file }, async (admin, parsed, cancellationToken) =>
        {
            var request = SettingsText.Read(await SettingsText.FileAsync(parsed.GetRequiredValue(file), cancellationToken), SettingsJson.Default.ApiCallRequest);
            return await SettingsText.PrintAsync(await admin.PutAsync(
                $"api-calls/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}",
                request,
                SettingsJson.Default.ApiCallRequest,
                SettingsJson.Default.SettingsAnswer,
                cancellationToken));
        });
    }

    private static Command Test()
    {
        var name = Name();
        var values = new Option<string[]>("--set") { Description = "The value of a parameter, as name=value; once for each.", Arity = ArgumentArity.ZeroOrMore };
        var recorded = new Option<string?>("--recorded") { Description = "A file with the body of an answer: it is read, and nothing is sent." };
        var status = new Option<int>("--status") { Description = "The status of the recorded answer.", DefaultValueFactory = _ => 200 };
        return AdminCommand.Over(new("test", "Runs an API Call for real, or with a recorded answer, and shows what became of it.") { name, values, recorded, status }, async (admin, parsed, cancellationToken) =>
        {
            var trial = new ApiCallTrial
            {
                Name = parsed.GetRequiredValue(name),
                Parameters = Parameters(parsed.GetValue(values) ?? []),
                Recorded = parsed.GetValue(recorded) is { } file ? new RecordedAnswer(parsed.GetValue(status), await SettingsText.FileAsync(file, cancellationToken)) : null,
            };
            var run = await admin.AskAsync("api-call-test", trial, SettingsJson.Default.ApiCallTrial, SettingsJson.Default.ApiCallRun, cancellationToken);
            ApiCallPrinter.Print(Console.Out, run);
            return run.End == Spark.ApiCalls.ApiCallEnd.Succeeded ? ExitCode.Done : ExitCode.Error;
        });
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "A file with a cURL command; - reads it from the terminal." };
        return AdminCommand.Over(new("import-curl", "Makes an API Call of a cURL command, and prints it.") { file }, async (admin, parsed, cancellationToken) =>
        {
            var request = new CurlRequest { Curl = await SettingsText.FileAsync(parsed.GetRequiredValue(file), cancellationToken) };
            var import = await admin.AskAsync("api-call-import", request, SettingsJson.Default.CurlRequest, SettingsJson.Default.CurlImport, cancellationToken);
            await Console.Out.WriteLineAsync(SettingsText.Indent(JsonSerializer.Serialize(import, SettingsJson.Default.CurlImport)));
            return ExitCode.Done;
        });
    }

    private static Command Remove()
    {
        var name = Name();
        return AdminCommand.Over(new("remove", "Removes an API Call that nothing uses.") { name }, async (admin, parsed, cancellationToken) =>
        {
            await admin.DeleteAsync($"api-calls/{Uri.EscapeDataString(parsed.GetRequiredValue(name))}", cancellationToken);
            return ExitCode.Done;
        });
    }

    private static JsonElement Parameters(IReadOnlyList<string> values)
    {
        var fields = values.Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(fields, SettingsJson.Default.DictionaryStringString);
    }
}
