namespace Spark.Offload.SparkcentralQueue;

/// <summary>Tells an operator all that is wrong with the settings, at once.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<string> Problems(SparkcentralQueueSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Channel))
        {
            yield return "channel is empty: name the Sparkcentral channel's plugin (sparkcentral) or one instance of it.";
        }

        if (settings.Topics is null || settings.Topics.Any(string.IsNullOrWhiteSpace))
        {
            yield return "topics must be a list of names, none of them empty.";
        }

        if (settings.Attributes is null)
        {
            yield return "attributes must give a variable's name for each alias.";
            yield break;
        }

        foreach (var (alias, variable) in settings.Attributes)
        {
            if (!ContactAlias.IsValid(alias))
            {
                yield return $"attributes: '{alias}' is not an alias, which consists of letters, digits and underscores.";
            }

            if (string.IsNullOrWhiteSpace(variable))
            {
                yield return $"attributes: '{alias}' needs the name of a variable.";
            }
        }
    }
}
