using System.CommandLine;
using Spark.Cockpit.Configuration;
using Spark.Host.Administration;

namespace Spark.Host.CommandLine;

/// <summary><c>spark escalation</c>: how tickets are opened.</summary>
internal static class EscalationCommand
{
    public static Command Create() => new("escalation", "How tickets are opened.") { Show(), Set() };

    private static Command Show() => AdminCommand.Over(new("show", "Shows the settings as JSON."), async (admin, _, cancellationToken) =>
    {
        await Console.Out.WriteLineAsync(SettingsText.Indent(await admin.GetTextAsync("escalation", cancellationToken)));
        return ExitCode.Done;
    });

    private static Command Set()
    {
        var file = new Argument<string>("file") { Description = "A JSON file: {\"settings\": {…}}; - reads it from the terminal." };
        return AdminCommand.Over(new("set", "Sets how tickets are opened.") { file }, async (admin, parsed, cancellationToken) =>
        {
            var request = SettingsText.Read(await SettingsText.FileAsync(parsed.GetRequiredValue(file), cancellationToken), SettingsJson.Default.EscalationRequest);
            return await SettingsText.PrintAsync(await admin.PutAsync(
                "escalation", request, SettingsJson.Default.EscalationRequest, SettingsJson.Default.SettingsAnswer, cancellationToken));
        });
    }
}
