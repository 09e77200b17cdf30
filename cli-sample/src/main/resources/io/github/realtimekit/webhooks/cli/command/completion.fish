# Completion of rtk-webhooks in fish.
function __rtk_webhooks
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c rtk-webhooks -f -a '(__rtk_webhooks)'
complete -c rtk-webhooks -l token-file -r -F
