using Microsoft.Extensions.Options;

namespace Spark.Runtime.Files;

[OptionsValidator]
internal sealed partial class KeptFileOptionsValidator : IValidateOptions<KeptFileOptions>;
